using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Coverage compared: each role with the people who hold it on the day judged, by id.</summary>
/// <param name="Promised">How many of each: at least so many, or, with <paramref name="Exactly"/>, neither more nor fewer.</param>
public sealed record CoverageBasis(int Promised, bool Exactly, ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> Held) : IBasis
{
    private string Terms => $"{(Exactly ? "exactly" : "at least")} {Promised}";

    public string Sentence(Finding finding) =>
        $"{string.Join("; ", Held.Select(h => $"{Names(h.Holders)} {h.Role}"))}; promised is {Terms}{(Held.Length == 1 ? "" : " of each")}.";

    private static string Names(ImmutableArray<PersonId> holders)
    {
        string[] names = [.. holders.GroupBy(h => h).Select(g => g.Count() == 1 ? g.Key.Value : $"{g.Key} ({g.Count()} times)")];
        return names.Length switch { 0 => "nobody is", 1 => $"{names[0]} is", _ => $"{Phrases.And(names)} are" };
    }

    public IEnumerable<Compared> Values(Finding finding) =>
        Held.Select(h => new Compared(h.Role, Text: string.Join(", ", h.Holders)));

    /// <summary>Who is to come in, role by role, and who is one too many.</summary>
    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached
        ? Phrases.And(Assign(finding.Case).Concat(Held.Where(h => Exactly && h.Holders.Length > Promised).Select(h => End(h.Role, h.Holders, finding.Case)))) : null;

    private IEnumerable<string> Assign(Case to) =>
        from wanting in Held.Where(h => h.Holders.Length < Promised).GroupBy(h => Promised - h.Holders.Length, h => h.Role)
        let who = wanting.Key == 1 ? "somebody" : $"{wanting.Key} more people"
        select $"assign {who} as {Phrases.And(wanting)} to {to.RowId}";

    private string End(string role, ImmutableArray<PersonId> holders, Case of) =>
        $"end {holders.Length - Promised} of the {holders.Length} assignments as {role} of {of.RowId} ({Phrases.Any([.. holders.Select(h => h.Value)], "and")})";

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
