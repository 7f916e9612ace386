using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>
/// Working days: Monday to Friday without a region's bank holidays and the firm's closures. Every answer is null where it would
/// need a year that the holiday calendar does not know.
/// </summary>
public sealed class WorkingCalendar(HolidayCalendar holidays, IEnumerable<LocalDate> closures)
{
    private const int MonthLength = 32;

    private readonly HashSet<LocalDate> _closures = [.. closures];

    // Days are asked for by the hundred thousand: each year is worked out once. Two who do so at the same time find the same.
    private readonly int[]?[] _years = new int[]?[holidays.LastYear - holidays.FirstYear + 1];

    public string Edition => holidays.Edition;

    public bool? IsWorking(LocalDate day)
    {
        (int year, int month, int number) = day;
        return Year(year) is { } until ? until[Place(month, number)] > until[Place(month, number) - 1] : null;
    }

    /// <summary>How many working days there are from one day to another, both included; none where the last is before the first.</summary>
    public int? WorkingDays(LocalDate first, LocalDate last)
    {
        if (last < first)
            return 0;
        int days = 0;
        for (int year = first.Year; year <= last.Year; year++)
        {
            if (Year(year) is not { } until)
                return null;
            days += until[year == last.Year ? Place(last.Month, last.Day) : Place(12, 31)] - (year == first.Year ? until[Place(first.Month, first.Day) - 1] : 0);
        }
        return days;
    }

    private static int Place(int month, int day) => (month * MonthLength) + day;

    /// <summary>How many working days of the year there are until each day, at its place; null for a year that is not known.</summary>
    private int[]? Year(int year)
    {
        int at = year - holidays.FirstYear;
        return at < 0 || at >= _years.Length ? null : _years[at] ??= Counted(year);
    }

    private int[] Counted(int year)
    {
        int[] until = new int[13 * MonthLength];
        int count = 0;
        for (LocalDate day = new(year, 1, 1), last = new(year, 12, 31); ; day = day.PlusDays(1))
        {
            // The place before a month's first day stands for the day before it.
            if (day.Day == 1)
                until[Place(day.Month, 0)] = count;
            if (day.DayOfWeek <= IsoDayOfWeek.Friday && !holidays.IsHoliday(day) && !_closures.Contains(day))
                count++;
            until[Place(day.Month, day.Day)] = count;
            if (day == last)
                return until;
        }
    }

    /// <summary>The <paramref name="count"/>-th working day strictly after the day; the day itself for none.</summary>
    public LocalDate? Plus(LocalDate from, int count) => Step(from, count, 1);

    /// <summary>The <paramref name="count"/>-th working day strictly before the day; the day itself for none.</summary>
    public LocalDate? Minus(LocalDate from, int count) => Step(from, count, -1);

    private LocalDate? Step(LocalDate from, int count, int direction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        LocalDate day = from;
        for (int left = count; left > 0;)
        {
            if (direction > 0 && day == LocalDate.MaxIsoValue)
                return null;
            day = day.PlusDays(direction);
            if (IsWorking(day) is not { } working)
                return null;
            if (working)
                left--;
        }
        return day;
    }
}
