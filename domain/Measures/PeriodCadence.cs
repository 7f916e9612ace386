using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// A Cadence by calendar period. Periods that lie wholly within the subject's active time are judged, and the current one where it was
/// active from its first day and still is.
/// </summary>
internal static class PeriodCadence
{
    public static IEnumerable<Finding> Judge(Cadence cadence, Measure measure, Case subject, AccountView view)
    {
        Occurrences seen = Occurrences.Of(cadence, subject, view);
        CadenceBasis basis = cadence.BasisOf(subject) with { LastOn = seen.Last };
        foreach (CalendarPeriod period in Periods(cadence, subject, view, seen))
            yield return Judge(cadence, measure, subject, view, seen, period, basis);
    }

    private static IEnumerable<CalendarPeriod> Periods(Cadence cadence, Case subject, AccountView view, Occurrences seen)
    {
        int year = view.Firm.Policy.Clock.FinancialYearStart;
        Every kind = cadence.Period.GetValueOrDefault();
        LocalDate lookBack = view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths);
        foreach (var (from, until) in subject.Active.Where(a => !(a.From > view.Today)))
        {
            LocalDate? to = view.Account.EndedOn is { } accountEnd && !(until < accountEnd) ? accountEnd : until;
            // Older periods can only be open where nothing happened since: they begin after the last occurrence.
            LocalDate open = seen.Last is { } last ? LocalDate.Min(last, lookBack) : from ?? lookBack;
            LocalDate start = from is { } since ? LocalDate.Max(since, open) : open;
            var period = CalendarPeriod.Containing(start, kind, year);
            for (; period.First <= view.Today; period = period.Next())
                if ((from is not { } active || active <= period.First) && (to is not { } end || LocalDate.Min(period.Last, view.Today) <= end))
                    yield return period;
        }
    }

    private static Finding Judge(Cadence cadence, Measure measure, Case subject, AccountView view, Occurrences seen, CalendarPeriod period, CadenceBasis basis)
    {
        Finding Is(Verdict verdict, CadenceBasis on) => view.Finding(measure, subject, period.Occasion, verdict, on, period.Last);
        if (Nobody.ToMeet(cadence, measure, subject, view, (period.First, period.Last), () => Is(Verdict.NotApplicable, basis)) is { } nobody)
            return nobody;
        LocalDate? day = seen.FirstFrom(period.First);
        if (day <= period.Last)
            return Is(Verdict.Met, basis with { LastOn = day });
        if (cadence.PausedByLeave && Presence.IsPaused(subject, view, period))
            return view.OfSources(measure) is { } unread ? view.Unknown(measure, subject, period.Occasion, basis, period.Last, unread)
                : Is(Verdict.NotApplicable, basis) with { Detail = $"present on fewer than {Presence.Enough} working days" };
        // One later activity makes every earlier missed period met late, however far back.
        if (day is not null)
            return Is(Verdict.MetLate, basis with { LastOn = day });
        var (verdict, trouble) = Lacking(measure, subject, view, seen, period);
        basis = basis with { BookedOn = Booking(seen, view, period), LeftOut = [.. seen.LeftOut.Where(l => period.Contains(l.On))] };
        if (trouble is not null)
            return view.Unknown(measure, subject, period.Occasion, basis, period.Last, trouble);
        return Is(verdict, basis);
    }

    private static (Verdict Verdict, Trouble? Trouble) Lacking(Measure measure, Case subject, AccountView view, Occurrences seen, CalendarPeriod period)
    {
        bool passed = view.Today > period.Last;
        if (!passed)
        {
            LocalDate? from = measure.Warn is { } warn ? warn.Before(period.Last, view.Calendar) : period.Last.PlusDays(1);
            if (from is null)
                return (Verdict.Unknown, view.CalendarEnds());
            // A booking later in the current period says that there is no need to worry yet.
            if (view.Today < from || Booking(seen, view, period) is not null)
                return (Verdict.NotDue, null);
        }
        Case within = subject with { Days = (period.First, period.Last) };
        Trouble? trouble = view.OfEvidence(measure, within, passed ? period.Last : null) ?? seen.UnsureFrom(period.First);
        return (passed ? Verdict.Breached : Verdict.AtRisk, trouble);
    }

    private static LocalDate? Booking(Occurrences seen, AccountView view, CalendarPeriod period)
    {
        foreach (LocalDate day in seen.Booked)
            if (period.Contains(view.Today) && period.Contains(day))
                return day;
        return null;
    }
}
