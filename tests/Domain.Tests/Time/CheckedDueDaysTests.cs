using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

/// <summary>Month ends with 3 working days after them, worked out by hand from the lists of gov.uk.</summary>
public class CheckedDueDaysTests
{
    [Theory]
    [InlineData("2026-03-31", "2026-04-07")] // Good Friday, then Easter Monday
    [InlineData("2025-12-31", "2026-01-06")] // New Year's Day
    [InlineData("2026-04-30", "2026-05-06")] // the early May holiday
    [InlineData("2027-12-31", "2028-01-06")] // the substitute for New Year's Day
    [InlineData("2024-03-31", "2024-04-04")] // the anchor is a Sunday, the next day a holiday
    [InlineData("2026-12-31", "2027-01-06")]
    [InlineData("2024-05-31", "2024-06-05")]
    [InlineData("2026-08-31", "2026-09-03")] // the anchor is itself a holiday
    public void Three_working_days_after_month_end_in_England(string anchor, string due) =>
        Assert.Equal(due.Day(), Holidays.Of(Region.EnglandAndWales).Plus(anchor.Day(), 3));

    [Theory]
    [InlineData(Region.Scotland, "2026-03-31", "2026-04-06")] // no Easter Monday
    [InlineData(Region.Scotland, "2025-12-31", "2026-01-07")] // 2 January
    [InlineData(Region.Scotland, "2026-06-12", "2026-06-18")] // the World Cup day
    [InlineData(Region.NorthernIreland, "2026-07-10", "2026-07-16")] // the Boyne
    [InlineData(Region.EnglandAndWales, "2026-07-10", "2026-07-15")]
    public void Each_region_has_working_days_of_its_own(Region region, string anchor, string due) =>
        Assert.Equal(due.Day(), Holidays.Of(region).Plus(anchor.Day(), 3));

    [Fact]
    public void A_closure_of_the_firm_is_no_working_day()
    {
        WorkingCalendar calendar = Holidays.Of(Region.EnglandAndWales, "2026-09-02".Day());
        Assert.False(calendar.IsWorking("2026-09-02".Day()));
        Assert.Equal("2026-09-04".Day(), calendar.Plus("2026-08-31".Day(), 3));
    }

    [Fact]
    public void No_working_days_is_the_day_itself_even_a_Sunday()
    {
        LocalDate sunday = "2026-09-06".Day();
        Assert.Equal(sunday, Holidays.Of(Region.Scotland).Plus(sunday, 0));
        Assert.Equal(sunday, Holidays.Of(Region.Scotland).Minus(sunday, 0));
    }

    [Fact]
    public void Ten_working_days_before_skips_the_bank_holiday() =>
        Assert.Equal("2026-08-17".Day(), Holidays.Of(Region.EnglandAndWales).Minus("2026-09-01".Day(), 10));
}
