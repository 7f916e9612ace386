using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Coverage of days compared.</summary>
/// <param name="Days">What the days are: <c>days with hours</c>.</param>
/// <param name="Within">What they must lie within.</param>
/// <param name="All">How many ranges of days there are.</param>
/// <param name="Outside">Those of which some day lies outside, in order of their days.</param>
public sealed record DayCoverageBasis(string Days, string Within, int All, ImmutableArray<(LocalDate? From, LocalDate? To, string Key)> Outside) : IBasis
{
    public string Sentence(Finding finding) => Outside.IsEmpty
        ? $"all {Days} lie within a {Within}."
        : $"{Days} lie outside a {Within}: the first from {Outside[0].From?.InWords()}, the last to {Outside.Max(o => o.To)?.InWords()}.";

    public IEnumerable<Compared> Values(Finding finding)
    {
        yield return new(Days, Number: All);
        yield return new("outside", Number: Outside.Length);
        if (!Outside.IsEmpty && Outside[0].From is { } first)
            yield return new("first outside", Day: first);
    }

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached ? $"have a {Within} for these days, or book them elsewhere" : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of(Outside.Select(o => (o.Key, (Money?)null)).Distinct()) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
