using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

public class UnknownYearsTests
{
    private static readonly WorkingCalendar Calendar = new(new HolidayCalendar("2026 alone", 2026, 2026, ["2026-01-01".Day()]), []);

    [Fact]
    public void A_day_outside_the_known_years_is_neither_working_nor_not()
    {
        Assert.Null(Calendar.IsWorking("2025-12-31".Day()));
        Assert.Null(Calendar.IsWorking("2027-01-01".Day()));
        Assert.True(Calendar.IsWorking("2026-12-31".Day()));
        Assert.False(Calendar.IsWorking("2026-01-01".Day()));
    }

    [Fact]
    public void Counting_out_of_the_known_years_has_no_answer()
    {
        Assert.Equal("2026-12-31".Day(), Calendar.Plus("2026-12-29".Day(), 2));
        Assert.Null(Calendar.Plus("2026-12-29".Day(), 3));
        Assert.Equal("2026-01-02".Day(), Calendar.Minus("2026-01-06".Day(), 2));
        Assert.Null(Calendar.Minus("2026-01-06".Day(), 3));
    }

    [Fact]
    public void A_stretch_that_reaches_out_of_the_known_years_has_no_count_of_working_days()
    {
        Assert.Equal(261 - 1, Calendar.WorkingDays("2026-01-01".Day(), "2026-12-31".Day()));
        Assert.Null(Calendar.WorkingDays("2026-12-31".Day(), "2027-01-01".Day()));
        Assert.Null(Calendar.WorkingDays("2025-12-31".Day(), "2026-01-01".Day()));
    }

    [Fact]
    public void Nothing_to_count_needs_no_year() => Assert.Equal("2030-05-05".Day(), Calendar.Plus("2030-05-05".Day(), 0));

    [Fact]
    public void The_shipped_calendars_know_2019_to_2028()
    {
        foreach (HolidayCalendar calendar in Holidays.Shipped)
            Assert.Equal((2019, 2028), (calendar.FirstYear, calendar.LastYear));
    }

    [Fact]
    public void Years_that_end_before_they_begin_are_refused() =>
        Assert.Throws<ArgumentException>(() => new HolidayCalendar("backwards", 2027, 2026, []));

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Plus("2026-05-05".Day(), -1));
}
