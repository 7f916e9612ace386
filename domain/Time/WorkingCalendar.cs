using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>
/// Working days: Monday to Friday without a region's bank holidays and the firm's closures. Every answer is null where it would
/// need a year that the holiday calendar does not know.
/// </summary>
public sealed class WorkingCalendar(HolidayCalendar holidays, IEnumerable<LocalDate> closures)
{
    private readonly HashSet<LocalDate> _closures = [.. closures];

    public string Edition => holidays.Edition;

    public bool? IsWorking(LocalDate day)
    {
        if (!holidays.Knows(day))
            return null;
        return day.DayOfWeek <= IsoDayOfWeek.Friday && !holidays.IsHoliday(day) && !_closures.Contains(day);
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
