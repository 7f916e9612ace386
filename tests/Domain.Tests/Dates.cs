using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests;

/// <summary>Days as tests write them.</summary>
internal static class Dates
{
    public static LocalDate Day(this string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static LocalDate? DayOrNone(this string? iso) => iso?.Day();

    public static YearMonth Month(this string iso) => YearMonthPattern.Iso.Parse(iso).Value;

    public static IEnumerable<LocalDate> To(this LocalDate first, LocalDate last)
    {
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }

    public static CalendarSpan Days(this int count) => new(count, SpanUnit.Days);

    public static CalendarSpan WorkingDays(this int count) => new(count, SpanUnit.WorkingDays);
}
