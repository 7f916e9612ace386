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
    private const int DaysOfAWeek = 7;

    /// <summary>Why the document that comes closest does not cover them; null if there is no document.</summary>
    public string? Nearest { get; init; }

    /// <summary>The remedy for that document, as an order; null if there is no document.</summary>
    public string? Mend { get; init; }

    public string Sentence(Finding finding) => Outside.IsEmpty
        ? $"all {Days} lie within a {Within}."
        : $"{Days} lie outside a {Within}: {InWords}{(Nearest is null ? "" : $"; {Nearest}")}.";

    private string InWords => Phrases.Any([.. Stretches.Select(Told)], "and");

    /// <summary>Ranges of one week after another are one stretch of days that a reader looks up.</summary>
    internal List<(LocalDate? From, LocalDate? To)> Stretches
    {
        get
        {
            List<(LocalDate? From, LocalDate? To)> all = [];
            foreach (var (from, to, _) in Outside)
                if (all.Count > 0 && all[^1] is var last && (last.To is not { } end || from is not { } start || Period.DaysBetween(end, start) <= DaysOfAWeek))
                    all[^1] = (last.From, last.To is { } one && to is { } other ? LocalDate.Max(one, other) : null);
                else
                    all.Add((from, to));
            return all;
        }
    }

    internal static string Told((LocalDate? From, LocalDate? To) days) => days.From is { } from && from == days.To
        ? from.InWords() : $"{days.From?.InWords() ?? "the beginning"} to {days.To?.InWords() ?? "the end"}";

    public LocalDate? Since => Outside.IsEmpty ? null : Outside[0].From;

    public IEnumerable<Compared> Values(Finding finding)
    {
        yield return new(Days, Number: All);
        yield return new("outside", Number: Outside.Length);
        if (!Outside.IsEmpty && Outside[0].From is { } first)
            yield return new("first outside", Day: first);
    }

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached ? $"{Mend ?? $"have a {Within} for {InWords}"}, or book those days elsewhere" : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of(Outside.Select(o => (o.Key, (Money?)null)).Distinct()) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
