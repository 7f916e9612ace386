using NodaTime;
using NodaTime.Calendars;

namespace Plumbline.Domain.Time;

/// <summary>An ISO 8601 week, known by its Monday; it ends on its Sunday, which is part of it.</summary>
public readonly record struct IsoWeek
{
    private IsoWeek(LocalDate monday) => Monday = monday;

    public LocalDate Monday { get; }

    public LocalDate Sunday => Monday.Shifted(6);

    public static IsoWeek Of(LocalDate day) => new(day.PlusDays(1 - (int)day.DayOfWeek));

    /// <summary>As an occasion: <c>2026-W36</c>; the year is the week's, which is not always the Monday's.</summary>
    public override string ToString() =>
        $"{WeekYearRules.Iso.GetWeekYear(Monday):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(Monday):D2}";
}
