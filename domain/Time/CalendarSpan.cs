using System.Globalization;
using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>What a <see cref="CalendarSpan"/> counts.</summary>
public enum SpanUnit { Days, Weeks, Months, WorkingDays }

/// <summary>
/// A length of time as promises are written: <c>3 working days</c>, <c>30 days</c>, <c>2 weeks</c>, <c>12 months</c>. Months clip to the
/// last day of a shorter month. Working days count from the first one strictly after (or before) the day.
/// </summary>
public readonly record struct CalendarSpan(int Count, SpanUnit Unit)
{
    public int Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "a length of time is not negative");

    /// <summary>The day that lies this long after; null beyond the years the calendar knows.</summary>
    public LocalDate? After(LocalDate day, WorkingCalendar calendar) =>
        Unit == SpanUnit.WorkingDays ? calendar.Plus(day, Count) : Shift(day, Count);

    /// <summary>The day that lies this long before; null beyond the years the calendar knows.</summary>
    public LocalDate? Before(LocalDate day, WorkingCalendar calendar) =>
        Unit == SpanUnit.WorkingDays ? calendar.Minus(day, Count) : Shift(day, -Count);

    /// <summary>No fewer days than it can be long, whatever the bank holidays of its years are; working days of a long holiday season included.</summary>
    public int MostDays => Unit switch { SpanUnit.Days => Count, SpanUnit.Weeks => 7 * Count, SpanUnit.Months => 31 * Count, _ => (3 * Count) + 14 };

    // Systems write 9999-12-31 for never: what lies beyond the last day there is, is that day.
    private LocalDate Shift(LocalDate day, int by) => Unit switch
    {
        SpanUnit.Days => day.Shifted(by),
        SpanUnit.Weeks => day.Shifted(7L * by),
        SpanUnit.Months => by > MonthsLeft(day) ? LocalDate.MaxIsoValue : day.PlusMonths(by),
        _ => throw new InvalidOperationException($"{Unit} is counted by the calendar"),
    };

    private static int MonthsLeft(LocalDate day) => (12 * (LocalDate.MaxIsoValue.Year - day.Year)) + LocalDate.MaxIsoValue.Month - day.Month;

    /// <summary>As a policy writes it.</summary>
    public override string ToString()
    {
        string unit = Unit switch { SpanUnit.Days => "day", SpanUnit.Weeks => "week", SpanUnit.Months => "month", _ => "working day" };
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {unit}{(Count == 1 ? "" : "s")}");
    }
}
