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
    private readonly bool[]?[] _years = new bool[]?[holidays.LastYear - holidays.FirstYear + 1];

    public string Edition => holidays.Edition;

    public bool? IsWorking(LocalDate day)
    {
        (int year, int month, int number) = day;
        int at = year - holidays.FirstYear;
        return at < 0 || at >= _years.Length ? null : (_years[at] ??= Year(year))[(month * MonthLength) + number];
    }

    private bool[] Year(int year)
    {
        bool[] working = new bool[13 * MonthLength];
        for (LocalDate day = new(year, 1, 1), last = new(year, 12, 31); ; day = day.PlusDays(1))
        {
            working[(day.Month * MonthLength) + day.Day] = day.DayOfWeek <= IsoDayOfWeek.Friday && !holidays.IsHoliday(day) && !_closures.Contains(day);
            if (day == last)
                return working;
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
