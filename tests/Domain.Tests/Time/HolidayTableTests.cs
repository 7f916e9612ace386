using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

/// <summary>Every day of five years in three regions, against the published lists written out once more.</summary>
public class HolidayTableTests
{
    private static readonly string[] England =
    [
        "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
        "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
        "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
        "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
    ];

    private static readonly string[] Scotland =
    [
        "2024-01-01", "2024-01-02", "2024-03-29", "2024-05-06", "2024-05-27", "2024-08-05", "2024-12-02", "2024-12-25", "2024-12-26",
        "2025-01-01", "2025-01-02", "2025-04-18", "2025-05-05", "2025-05-26", "2025-08-04", "2025-12-01", "2025-12-25", "2025-12-26",
        "2026-01-01", "2026-01-02", "2026-04-03", "2026-05-04", "2026-05-25", "2026-06-15", "2026-08-03", "2026-11-30", "2026-12-25", "2026-12-28",
        "2027-01-01", "2027-01-04", "2027-03-26", "2027-05-03", "2027-05-31", "2027-08-02", "2027-11-30", "2027-12-27", "2027-12-28",
        "2028-01-03", "2028-01-04", "2028-04-14", "2028-05-01", "2028-05-29", "2028-08-07", "2028-11-30", "2028-12-25", "2028-12-26",
    ];

    private static readonly string[] NorthernIrelandBesides =
    [
        "2024-03-18", "2024-07-12", "2025-03-17", "2025-07-14", "2026-03-17", "2026-07-13", "2027-03-17", "2027-07-12", "2028-03-17", "2028-07-12",
    ];

    [Fact]
    public void England_and_Wales_keep_these_days() => Keeps(Region.EnglandAndWales, England);

    [Fact]
    public void Scotland_keeps_these_days() => Keeps(Region.Scotland, Scotland);

    [Fact]
    public void Northern_Ireland_keeps_those_of_England_and_two_more_a_year() =>
        Keeps(Region.NorthernIreland, [.. England, .. NorthernIrelandBesides]);

    private static void Keeps(Region region, string[] holidays)
    {
        HashSet<LocalDate> listed = [.. holidays.Select(h => h.Day())];
        WorkingCalendar calendar = Holidays.Of(region);
        foreach (LocalDate day in "2024-01-01".Day().To("2028-12-31".Day()))
        {
            bool weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            Assert.True(calendar.IsWorking(day) == (!weekend && !listed.Contains(day)), $"{region} on {day}");
        }
    }
}
