using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

public class FirmClockTests
{
    private static FirmClock Clock(int yearFrom) => new("Europe/London", Region.Scotland, Holidays.Shipped, [], yearFrom);

    [Fact]
    public void What_has_no_region_goes_by_the_firms() =>
        Assert.Equal((Clock(4).CalendarOf(Region.Scotland).Edition, "england-and-wales 2019-2028"),
            (Clock(4).CalendarOf(null).Edition, Clock(4).CalendarOf(Region.EnglandAndWales).Edition));

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void A_financial_year_begins_in_a_month(int month) => Assert.Throws<ArgumentOutOfRangeException>(() => Clock(month));

    [Theory]
    [InlineData("Scotland", Region.Scotland)]
    [InlineData("northern-ireland", Region.NorthernIreland)]
    [InlineData("wales", null)]
    public void Regions_are_read_without_case_and_never_guessed(string text, Region? region) => Assert.Equal(region, Regions.Parse(text));
}
