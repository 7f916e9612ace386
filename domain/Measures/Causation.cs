using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Why an open finding is not done: open findings of the measure that its own is <c>caused by</c>, for the same engagement and person, as
/// far as both have one, and for a day in common. Its verdict and its due day are what they would be without: the clock keeps running.
/// </summary>
internal static class Causation
{
    /// <summary>Null where it is not open, or waits for nothing.</summary>
    public static Cause? Of(Finding finding, Measure measure, AccountView view) =>
        measure.CausedBy is { } id && IsUndone(finding) && view.Firm.Policy.ById.GetValueOrDefault(id) is { } cause
            ? Behind(finding, cause, view) : null;

    private static Cause? Behind(Finding finding, Measure cause, AccountView view)
    {
        DateInterval[] days = [.. DaysOf(finding.Case)];
        ImmutableArray<Finding> behind = [.. view.OpenOf(cause).Where(f => IsOfTheSame(finding.Case, f.Case) && DaysOf(f.Case).Any(c => days.Any(d => c.Intersection(d) is not null)))];
        return behind.IsEmpty ? null : new(cause.AlertTerms, behind);
    }

    /// <summary>Whether others may wait for it, or it for others.</summary>
    internal static bool IsUndone(Finding finding) => finding.Verdict is Verdict.AtRisk or Verdict.Breached;

    /// <summary>In order of their due days.</summary>
    internal static Finding[] InOrder(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(f => f.Due).ThenBy(f => f.Subject, StringComparer.Ordinal).ThenBy(f => f.Occasion, StringComparer.Ordinal)];

    private static bool IsOfTheSame(Case effect, Case cause) => (EngagementOf(effect), EngagementOf(cause)) switch
    {
        ({ } one, { } other) => one == other && (effect.Person is null || cause.Person is null || effect.Person == cause.Person),
        _ => effect.Person is { } person && person == cause.Person,
    };

    private static EngagementId? EngagementOf(Case subject) => subject.Engagement?.Id ?? subject.Item?.Engagement;

    /// <summary>Of work the days that wait for somebody; else those that it is for.</summary>
    private static IEnumerable<DateInterval> DaysOf(Case subject) => subject switch
    {
        { Month: { } month } => [month.ToDateInterval()],
        { Item.Period: { } period } => [period.ToDateInterval()],
        { Work.Count: > 0 } => subject.Work.Where(w => w.NotApproved > 0).Select(w => new DateInterval(w.FirstDay, w.LastDay)),
        { Days: var (first, last) } when first <= last => [new(first, last)],
        _ => [],
    };
}
