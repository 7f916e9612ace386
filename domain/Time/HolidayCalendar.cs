using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>
/// The bank holidays of a region for the years it knows. Beyond them it refuses to guess: a promise that reaches there is
/// <c>unknown</c>, never judged by Mondays to Fridays alone.
/// </summary>
public sealed class HolidayCalendar(string edition, int firstYear, int lastYear, IEnumerable<LocalDate> holidays)
{
    private readonly HashSet<LocalDate> _holidays = [.. holidays];

    /// <summary>Which list this is, for the evidence: <c>england-and-wales 2019-2028</c>.</summary>
    public string Edition { get; } = edition;

    public int FirstYear { get; } = firstYear <= lastYear ? firstYear : throw new ArgumentException($"the years run from {firstYear} to {lastYear}", nameof(firstYear));

    public int LastYear { get; } = lastYear;

    public bool IsHoliday(LocalDate day) => _holidays.Contains(day);

    /// <summary>A calendar without holidays for every year there is: Mondays to Fridays.</summary>
    public static HolidayCalendar None { get; } = new("no holidays", LocalDate.MinIsoValue.Year, LocalDate.MaxIsoValue.Year, []);
}
