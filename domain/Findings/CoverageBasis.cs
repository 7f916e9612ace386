using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Coverage compared: each role with the people who hold it on the day judged, by id.</summary>
/// <param name="Terms">How many are promised: <c>exactly 1</c>.</param>
public sealed record CoverageBasis(string Terms, ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> Held) : IBasis
{
    public string Sentence(Finding finding) => string.Join("; ", Held.Select(Each)) + $"; promised is {Terms}.";

    private static string Each((string Role, ImmutableArray<PersonId> Holders) held) => held.Holders.Length == 0
        ? $"nobody is {held.Role}"
        : $"{held.Role} is {string.Join(", ", held.Holders)}";

    public IEnumerable<Compared> Values(Finding finding) =>
        Held.Select(h => new Compared(h.Role, Text: string.Join(", ", h.Holders)));

    public string? Remedy(Finding finding) => finding.Verdict.IsOpen()
        ? $"see that {Terms} {(Held.Length == 1 ? "holds" : "holds each of")} {string.Join(", ", Held.Select(h => h.Role))}"
        : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
