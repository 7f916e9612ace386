using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>Days near the end of time, which systems write for <c>never</c>.</summary>
public static class LastDay
{
    private const int ShortYear = 365;

    /// <summary>The day so many days later, or earlier; the last day there is where it would lie beyond.</summary>
    public static LocalDate Shifted(this LocalDate day, long days) =>
        day.Year + (days / ShortYear) >= LocalDate.MaxIsoValue.Year && days > Period.DaysBetween(day, LocalDate.MaxIsoValue)
            ? LocalDate.MaxIsoValue
            : day.PlusDays(checked((int)days));
}
