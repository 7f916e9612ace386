using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

public class CalendarSpanTests
{
    private static readonly WorkingCalendar Calendar = Holidays.Of(Region.EnglandAndWales);

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-08-31", 3, "2026-11-30")]
    [InlineData("2026-02-28", 12, "2027-02-28")]
    public void Months_clip_to_the_last_day(string from, int months, string to) =>
        Assert.Equal(to.Day(), new CalendarSpan(months, SpanUnit.Months).After(from.Day(), Calendar));

    [Fact]
    public void Months_before_clip_too() =>
        Assert.Equal("2026-02-28".Day(), new CalendarSpan(1, SpanUnit.Months).Before("2026-03-31".Day(), Calendar));

    [Theory]
    [InlineData(SpanUnit.Days)]
    [InlineData(SpanUnit.Weeks)]
    [InlineData(SpanUnit.Months)]
    public void What_is_due_never_stays_due_never(SpanUnit unit) =>
        Assert.Equal(NodaTime.LocalDate.MaxIsoValue, new CalendarSpan(1, unit).After("9999-12-31".Day(), Calendar));

    [Fact]
    public void Working_days_after_the_last_day_are_not_known() =>
        Assert.Null(new WorkingCalendar(HolidayCalendar.None, []).Plus(NodaTime.LocalDate.MaxIsoValue, 1));

    [Fact]
    public void The_last_week_ends_on_the_last_day() =>
        Assert.Equal(NodaTime.LocalDate.MaxIsoValue, IsoWeek.Of("9999-12-31".Day()).Sunday);

    [Theory]
    [InlineData(30, SpanUnit.Days, "2026-09-13", "2026-07-15")]
    [InlineData(2, SpanUnit.Weeks, "2026-08-28", "2026-07-31")]
    [InlineData(2, SpanUnit.WorkingDays, "2026-08-18", "2026-08-12")]
    public void Other_units_count_their_own_days(int count, SpanUnit unit, string after, string before)
    {
        var span = new CalendarSpan(count, unit);
        Assert.Equal(after.Day(), span.After("2026-08-14".Day(), Calendar));
        Assert.Equal(before.Day(), span.Before("2026-08-14".Day(), Calendar));
    }

    [Theory]
    [InlineData(1, SpanUnit.WorkingDays, "1 working day")]
    [InlineData(3, SpanUnit.WorkingDays, "3 working days")]
    [InlineData(30, SpanUnit.Days, "30 days")]
    [InlineData(1, SpanUnit.Months, "1 month")]
    public void A_span_reads_as_a_policy_writes_it(int count, SpanUnit unit, string text) => Assert.Equal(text, new CalendarSpan(count, unit).ToString());

    [Fact]
    public void A_negative_span_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CalendarSpan(-1, SpanUnit.Days));
}
