using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Every one of these days lies within others: a Coverage of days. A range of days is looked at on its first and its last day, and a
/// subject that has no such days is not spoken of, where they could be read.
/// </summary>
public sealed record DayCoverage(DaySet Days, DaySet Within) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [.. Days.Needs, .. Within.Needs];

    public string InWords => $"all {Days.Name} within a {Within.Name}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!Days.Of(view, subject).Any() && view.OfSources(Days.Needs) is null && view.OfRows(Days.Needs, subject) is null)
            return [];
        if (view.OfSources(measure) is { } unread)
            return [view.Unknown(measure, subject, "", NothingCompared.Instance, null, unread)];
        DayRange[] cover = [.. Within.Of(view, subject)];
        DayCoverageBasis basis = Compare(Days.Of(view, subject), cover);
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        // What lies outside stays there unless a lost row covered it; what lies within stays unless a lost row was of another day (law 1d).
        if (view.OfRows(basis.Outside.IsEmpty ? Days.Needs : Within.Needs, subject) is { } lost)
            return [view.Unknown(measure, subject, "", basis, null, lost)];
        (string Told, string Order)? nearest = basis.Outside.IsEmpty ? null : Within.Nearest?.Invoke(view, subject, basis.Stretches);
        basis = basis with { Nearest = nearest?.Told, Mend = nearest?.Order };
        return [basis.Outside.IsEmpty ? Is(Verdict.Met) : Is(Verdict.Breached) with { Reason = cover.Length == 0 ? $"no {Within.Name}" : "days outside" }];
    }

    private DayCoverageBasis Compare(IEnumerable<DayRange> days, DayRange[] cover)
    {
        int all = 0;
        List<DayRange> outside = [];
        foreach (DayRange day in days)
        {
            all++;
            if (!IsCovered(day.From, cover) || !IsCovered(day.To, cover))
                outside.Add(day);
        }
        return new(Days.Name, Within.Name, all, [.. outside.Select(d => (d.From, d.To, d.Key)).OrderBy(d => d.From).ThenBy(d => d.Key, StringComparer.Ordinal)]);
    }

    private static bool IsCovered(LocalDate? day, DayRange[] cover)
    {
        foreach (DayRange range in cover)
            if (day is { } on ? range.Contains(on) : range.From is null && range.To is null)
                return true;
        return false;
    }
}
