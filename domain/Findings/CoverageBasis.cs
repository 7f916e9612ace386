using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Coverage compared: each role with the people who hold it on the day judged, by id.</summary>
/// <param name="Terms">How many are promised: <c>exactly 1</c>.</param>
public sealed record CoverageBasis(string Terms, ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> Held) : IBasis
{
    public string Sentence(Finding finding) =>
        $"{string.Join("; ", Held.Select(h => $"{Names(h.Holders)} {h.Role}"))}; promised is {Terms}{(Held.Length == 1 ? "" : " of each")}.";

    private static string Names(ImmutableArray<PersonId> holders)
    {
        string[] names = [.. holders.GroupBy(h => h).Select(g => g.Count() == 1 ? g.Key.Value : $"{g.Key} ({g.Count()} times)")];
        return names.Length switch { 0 => "nobody is", 1 => $"{names[0]} is", _ => $"{string.Join(", ", names[..^1])} and {names[^1]} are" };
    }

    public IEnumerable<Compared> Values(Finding finding) =>
        Held.Select(h => new Compared(h.Role, Text: string.Join(", ", h.Holders)));

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached
        ? $"see that {Terms} {(Terms.EndsWith(" 1", StringComparison.Ordinal) ? "person is" : "people are")} {string.Join(" and ", Wanting.Select(h => h.Role))}"
        : null;

    /// <summary>The roles that nobody holds; where each is held by somebody, all of them.</summary>
    private IEnumerable<(string Role, ImmutableArray<PersonId> Holders)> Wanting =>
        Held.Where(h => h.Holders.IsEmpty) is var empty && empty.Any() ? empty : Held;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
