using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>
/// The firm's own reckoning of time: the zone its days are in, the working days of each region, and the month its financial year
/// begins. The zone is carried for the evidence only: instants become days at the edge.
/// </summary>
public sealed class FirmClock
{
    private readonly WorkingCalendar[] _calendars;

    /// <param name="zone">The zone id of the tz database, as <c>Europe/London</c>.</param>
    /// <param name="region">The region of what belongs to no account, and of accounts without one.</param>
    /// <param name="holidays">One calendar for each region, in the order of <see cref="Region"/>.</param>
    public FirmClock(string zone, Region region, IReadOnlyList<HolidayCalendar> holidays, IReadOnlyCollection<LocalDate> closures, int financialYearStart)
    {
        if (financialYearStart is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(financialYearStart), financialYearStart, "a financial year begins in a month from 1 to 12");
        Zone = zone;
        Region = region;
        FinancialYearStart = financialYearStart;
        Holidays = holidays;
        _calendars = [.. holidays.Select(h => new WorkingCalendar(h, closures))];
    }

    public string Zone { get; }

    public Region Region { get; }

    public int FinancialYearStart { get; }

    /// <summary>One calendar for each region, in the order of <see cref="Time.Region"/>.</summary>
    public IReadOnlyList<HolidayCalendar> Holidays { get; }

    public WorkingCalendar CalendarOf(Region? region) => _calendars[(int)(region ?? Region)];
}
