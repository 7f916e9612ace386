using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>A Cadence that rolls: a standing condition, due so long after the latest activity, or after the subject's start.</summary>
internal static class RollingCadence
{
    public static Finding Judge(Cadence cadence, CalendarSpan rolling, Measure measure, Case subject, AccountView view)
    {
        Occurrences seen = Occurrences.Of(cadence, subject, view);
        CadenceBasis basis = cadence.BasisOf(subject) with { LastOn = seen.Last };
        LocalDate? began = subject.Active.IsEmpty ? null : subject.Active[0].From;
        // One held before the subject began keeps nothing, and never makes the next due earlier than none would.
        bool kept = seen.Last is not null && !(began > seen.Last);
        LocalDate? since = kept ? seen.Last : began;
        if (Nobody.ToMeet(cadence, measure, subject, view, (view.Today, view.Today), () => view.Finding(measure, subject, "", Verdict.NotApplicable, basis, null)) is { } nobody)
            return nobody;
        Finding Unknown(LocalDate? due, Trouble trouble) => view.Unknown(measure, subject, "", basis, due, trouble);
        if (cadence.NeverIsBreached && seen.Last is null)
            return Never(measure, subject, view, seen, basis, began);
        // The start does not stand in for an update that a later one has overwritten.
        if (!kept && cadence.Trace is not null && seen.UnsureFrom(LocalDate.MinIsoValue) is { } overwritten)
            return Unknown(null, overwritten);
        if (since is not { } start)
            return Unknown(null, view.OfEvidence(measure, subject, null) ?? new(Reasons.AnchorMissing, "neither an activity nor a start is known to count from"));
        if (rolling.After(start, view.Calendar) is not { } next || cadence.Grace.After(next, view.Calendar) is not { } due)
            return view.Today < measure.Earliest(rolling.After(start, view.Calendar) ?? start)
                ? view.Finding(measure, subject, "", kept ? Verdict.Met : Verdict.NotDue, basis, null) : Unknown(null, view.CalendarEnds());
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, due);
        bool passed = view.Today > due;
        if (!passed)
        {
            LocalDate? from = measure.Warn is { } warn ? warn.Before(due, view.Calendar) : due.PlusDays(1);
            if (from is null)
                return view.Today < measure.Earliest(due) ? Is(kept ? Verdict.Met : Verdict.NotDue) : Unknown(due, view.CalendarEnds());
            // Met from an activity until the warning begins; before the first one, not due.
            if (view.Today < from)
                return Is(kept ? Verdict.Met : Verdict.NotDue);
        }
        Case within = subject with { Days = (passed ? FirstInTime(cadence, rolling, view) : start, view.Today) };
        Trouble? trouble = view.OfEvidence(measure, within, passed ? due : null) ?? seen.UnsureFrom(start);
        basis = basis with { LeftOut = [.. seen.LeftOut.Where(l => l.On >= start)] };
        return trouble is null ? Is(passed ? Verdict.Breached : Verdict.AtRisk) : Unknown(due, trouble);
    }

    /// <summary>The first day on which one more would keep the promise on the day judged: what a calendar does not tell of earlier days changes nothing.</summary>
    private static LocalDate FirstInTime(Cadence cadence, CalendarSpan rolling, AccountView view)
    {
        LocalDate first = view.Today;
        if (view.Faults.Count > 0)
            while (rolling.After(first.PlusDays(-1), view.Calendar) is { } next && cadence.Grace.After(next, view.Calendar) >= view.Today)
                first = first.PlusDays(-1);
        return first;
    }

    /// <summary>What never happened is late from the start on, wherever that is not known, too.</summary>
    private static Finding Never(Measure measure, Case subject, AccountView view, Occurrences seen, CadenceBasis basis, LocalDate? began)
    {
        if (view.Today <= began)
            return view.Finding(measure, subject, "", Verdict.NotDue, basis, began);
        return (view.OfEvidence(measure, subject, began) ?? seen.UnsureFrom(LocalDate.MinIsoValue)) is { } trouble
            ? view.Unknown(measure, subject, "", basis, began, trouble)
            : view.Finding(measure, subject, "", Verdict.Breached, basis, began);
    }
}
