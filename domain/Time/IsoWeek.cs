using NodaTime;
using NodaTime.Calendars;

namespace Plumbline.Domain.Time;

/// <summary>An ISO 8601 week, known by its Monday; it ends on its Sunday, which is part of it.</summary>
public readonly record struct IsoWeek
{
    private const int DaysOfAWeek = 7;
    private static readonly LocalDate FirstWritten = new(2000, 1, 3);
    private static readonly WrittenOnce<LocalDate> Written = new(100 * 53, monday => Period.DaysBetween(FirstWritten, monday) / DaysOfAWeek, Write);

    private IsoWeek(LocalDate monday) => Monday = monday;

    public LocalDate Monday { get; }

    public LocalDate Sunday => Monday.Shifted(6);

    public static IsoWeek Of(LocalDate day) => new(day.PlusDays(1 - (int)day.DayOfWeek));

    /// <summary>As an occasion: <c>2026-W36</c>; the year is the week's, which is not always the Monday's.</summary>
    public override string ToString() => Written[Monday];

    private static string Write(LocalDate monday) => $"{WeekYearRules.Iso.GetWeekYear(monday):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(monday):D2}";
}
