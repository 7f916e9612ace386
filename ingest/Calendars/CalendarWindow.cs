using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Calendars;

/// <summary>Which days of a calendar are read: from where a promise may still be mended, to where a booking may already stand.</summary>
/// <param name="Usual">The first day of the previous month, or of the previous quarter where some meeting is promised by the quarter.</param>
/// <param name="Oldest">What happened before matters to no period that is judged.</param>
internal sealed record CalendarWindow(LocalDate Usual, LocalDate Oldest, LocalDate To)
{
    private const int DaysAhead = 35;

    public static CalendarWindow Of(Policy policy, LocalDate today)
    {
        HashSet<string> met = [.. policy.Meetings.Select(m => m.Kind)];
        Every every = policy.Measures.Any(m => m.Promise is Cadence { Period: Every.Quarter, Activities: var kinds } && met.Overlaps(kinds)) ? Every.Quarter : Every.Month;
        LocalDate First(LocalDate day) => CalendarPeriod.Containing(day, every, policy.Clock.FinancialYearStart).First;
        return new(First(First(today).PlusDays(-1)), First(today.PlusMonths(-policy.LookBackMonths)), today.PlusDays(DaysAhead));
    }

    /// <summary>A mailbox that was not read for a while is read from then on; one that never was, as far back as anything is judged.</summary>
    /// <param name="last">The first day of the month in which it was last read whole.</param>
    public LocalDate From(LocalDate? last) => last is { } since ? LocalDate.Min(Usual, since) : Oldest;
}
