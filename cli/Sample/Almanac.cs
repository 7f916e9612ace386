using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>The days of the sample firm, all told from the day it is written for.</summary>
internal sealed class Almanac(LocalDate today, Func<LocalDate, bool> isWorkingDay)
{
    public const int MonthsOfHistory = 7;
    private const int MonthsOfMeetings = 12;

    public LocalDate Today => today;

    public LocalDate HistoryStart => MonthsAgo(MonthsOfHistory).OnDayOfMonth(1);

    // Meetings reach back as far as findings do: a register that began later would look like missed meetings.
    public static IEnumerable<int> MonthsOfMeetingsAgo => Enumerable.Range(0, MonthsOfMeetings + 1).Reverse();

    public YearMonth MonthsAgo(int months) => today.ToYearMonth().PlusMonths(-months);

    public bool HasCome(LocalDate day) => day <= today;

    public LocalDate? IfCome(LocalDate day) => HasCome(day) ? day : null;

    public bool IsWorking(LocalDate day) => isWorkingDay(day);

    /// <summary>A day in the middle month of each quarter of the last one and a quarter years that has come.</summary>
    public IEnumerable<LocalDate> MiddlesOfQuarters(int dayOfMonth) =>
        Enumerable.Range(0, 16).Select(MonthsAgo).Where(month => month.Month % 3 == 2).Select(month => OnOrBefore(month.OnDayOfMonth(dayOfMonth))).Where(HasCome);

    /// <summary>The working day so many days from today: never nearer than asked.</summary>
    public LocalDate Near(int days) =>
        days <= 0 ? OnOrBefore(today.PlusDays(days)) : OnOrAfter(today.PlusDays(days));

    public LocalDate OnOrBefore(LocalDate day)
    {
        while (!isWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    public LocalDate OnOrAfter(LocalDate day)
    {
        while (!isWorkingDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    public LocalDate WorkingDaysAfter(LocalDate day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = OnOrAfter(day.PlusDays(1));
        }

        return day;
    }

    public IEnumerable<LocalDate> WorkingDays(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            if (isWorkingDay(day))
            {
                yield return day;
            }
        }
    }

    public static LocalDate EndOfWeek(LocalDate day) => day.PlusDays(IsoDayOfWeek.Sunday - day.DayOfWeek);

    public static LocalDate EndOfMonth(YearMonth month) => month.ToDateInterval().End;
}
