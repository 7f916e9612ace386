using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Every one of these days lies within others: a Coverage of days. A range of days is looked at on its first and its last day, and a
/// subject that has no such days is not spoken of.
/// </summary>
public sealed record DayCoverage(DaySet Days, DaySet Within) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [.. Days.Needs, .. Within.Needs];

    public string InWords => $"all {Days.Name} within a {Within.Name}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        DayRange[] days = [.. Days.Of(view, subject)], cover = [.. Within.Of(view, subject)];
        if (days.Length == 0)
            return [];
        DayRange[] outside = [.. days.Where(d => !IsCovered(d.From, cover) || !IsCovered(d.To, cover))];
        var basis = new DayCoverageBasis(Days.Name, Within.Name, days.Length, [.. outside.OrderBy(d => d.From).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => (d.From, d.To, d.Key))]);
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        // What lies outside stays there unless a lost row covered it; what lies within stays unless a lost row was of another day (law 1d).
        Trouble? trouble = view.OfSources(measure) ?? view.OfRows(outside.Length > 0 ? Within.Needs : Days.Needs, subject);
        if (trouble is not null)
            return [view.Unknown(measure, subject, "", basis, null, trouble)];
        return [outside.Length == 0 ? Is(Verdict.Met) : Is(Verdict.Breached) with { Reason = cover.Length == 0 ? $"no {Within.Name}" : "days outside" }];
    }

    private static bool IsCovered(LocalDate? day, DayRange[] cover)
    {
        foreach (DayRange range in cover)
            if (day is { } on ? range.Contains(on) : range.From is null && range.To is null)
                return true;
        return false;
    }
}
