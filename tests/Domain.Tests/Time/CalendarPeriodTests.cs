using FsCheck;
using FsCheck.Fluent;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

public class CalendarPeriodTests
{
    [Theory]
    [InlineData(Every.Month, 1, "2026-08-31", "2026-08", "2026-08-01", "2026-08-31")]
    [InlineData(Every.Month, 1, "2028-02-29", "2028-02", "2028-02-01", "2028-02-29")]
    [InlineData(Every.Quarter, 1, "2026-08-31", "2026-07Q", "2026-07-01", "2026-09-30")]
    [InlineData(Every.Quarter, 1, "2026-09-30", "2026-07Q", "2026-07-01", "2026-09-30")]
    [InlineData(Every.Quarter, 1, "2026-10-01", "2026-10Q", "2026-10-01", "2026-12-31")]
    [InlineData(Every.Quarter, 2, "2026-01-15", "2025-11Q", "2025-11-01", "2026-01-31")]
    [InlineData(Every.Quarter, 4, "2026-03-31", "2026-01Q", "2026-01-01", "2026-03-31")]
    [InlineData(Every.Quarter, 12, "2026-01-01", "2025-12Q", "2025-12-01", "2026-02-28")]
    [InlineData(Every.HalfYear, 1, "2026-08-31", "2026-07H", "2026-07-01", "2026-12-31")]
    [InlineData(Every.HalfYear, 4, "2026-03-31", "2025-10H", "2025-10-01", "2026-03-31")]
    [InlineData(Every.Year, 4, "2026-03-31", "2025-04Y", "2025-04-01", "2026-03-31")]
    [InlineData(Every.Year, 1, "2026-03-31", "2026-01Y", "2026-01-01", "2026-12-31")]
    [InlineData(Every.Week, 1, "2026-09-06", "2026-W36", "2026-08-31", "2026-09-06")]
    [InlineData(Every.Week, 7, "2027-01-01", "2026-W53", "2026-12-28", "2027-01-03")]
    public void A_period_has_its_name_its_first_day_and_its_last(Every every, int yearFrom, string day, string occasion, string first, string last)
    {
        var period = CalendarPeriod.Containing(day.Day(), every, yearFrom);
        Assert.Equal((occasion, first.Day(), last.Day()), (period.Occasion, period.First, period.Last));
    }

    [Theory]
    [InlineData("2026-08-30", "2026-W35")]
    [InlineData("2026-08-31", "2026-W36")]
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2024-12-30", "2025-W01")]
    public void A_week_bears_the_year_of_its_Thursday(string day, string week) => Assert.Equal(week, IsoWeek.Of(day.Day()).ToString());

    [Fact]
    public void Periods_follow_each_other_without_a_gap_whatever_month_the_year_begins_in() => Prop.ForAll(Periods, period =>
    {
        CalendarPeriod next = period.Next();
        return next.First == period.Last.PlusDays(1) && next.Contains(next.First) && next.Contains(next.Last)
            && !next.Contains(period.Last) && next.Next().First == next.Last.PlusDays(1);
    }).QuickCheckThrowOnFailure();

    private static readonly Arbitrary<CalendarPeriod> Periods = (
        from every in Gen.Elements(Enum.GetValues<Every>())
        from day in Gen.Choose(0, 4000)
        from year in Gen.Choose(1, 12)
        select CalendarPeriod.Containing("2020-01-01".Day().PlusDays(day), every, year)).ToArbitrary();
}
