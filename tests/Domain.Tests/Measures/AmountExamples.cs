using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Tests.Measures;

public class AmountExamples
{
    private static Parts Of(Amount word, Firm firm)
    {
        var view = Views.Of(firm.Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0];
        return word.Of(view, BillableMonth.Word.Of(view).Single());
    }

    private static Firm August(params long?[] values)
    {
        Firm firm = new Firm().Account().Engagement();
        for (int i = 0; i < values.Length; i++)
            firm.Worked($"2026-08-{3 + (7 * i):D2}", pence: values[i]);
        return firm;
    }

    [Fact]
    public void Billable_value_adds_what_the_billable_work_is_worth()
    {
        Parts parts = Of(BillableValue.Word, August(60_000, 40_000).Worked("2026-08-06", billable: 0));
        Assert.Equal((new Money(100_000, "GBP"), true, false), (parts.Sum(), parts.Whole, parts.Mixed));
    }

    [Fact]
    public void Billable_value_is_not_whole_where_one_entry_says_no_value() => Assert.False(Of(BillableValue.Word, August(60_000, null)).Whole);

    [Fact]
    public void Billable_value_is_not_whole_where_the_hours_of_an_entry_without_a_value_are_corrected_to_zero() =>
        Assert.False(Of(BillableValue.Word, August(60_000).Worked("2026-08-12", hours: 0)).Whole);

    [Fact]
    public void Values_that_come_to_zero_in_several_currencies_are_mixed() =>
        Assert.True(Of(BillableValue.Word, August(60_000).Worked("2026-08-12", hours: 0, pence: 0, currency: null)).Mixed);

    [Fact]
    public void Billable_value_in_two_currencies_is_mixed()
    {
        Assert.True(Of(BillableValue.Word, August(60_000).Worked("2026-08-06", pence: 1, currency: "EUR")).Mixed);
        Assert.True(Of(BillableValue.Word, August(60_000).Worked("2026-08-06", pence: 1, currency: null)).Mixed);
    }

    [Fact]
    public void Invoiced_net_is_each_live_invoice_of_the_month_on_the_day_it_was_raised()
    {
        Parts parts = Of(InvoicedNet.Word, August(100).Invoice("I1", raised: "2026-09-01", period: "2026-08", net: 70, total: 84)
            .Invoice("I2", raised: "2026-09-02", period: "2026-08", net: -5).Invoice("I3", raised: "2026-09-11", period: "2026-08", net: 9)
            .Invoice("I4", raised: "2026-09-01", period: "2026-08", net: 9, state: "draft").Invoice("I5", raised: null, period: "2026-08", net: 9));
        Assert.Equal([("2026-09-01".Day(), new Money(70, "GBP")), ("2026-09-02".Day(), new Money(-5, "GBP"))], parts.All.OrderBy(p => p.On));
        Assert.Null(parts.Note);
    }

    [Fact]
    public void Invoiced_net_takes_the_total_where_the_net_is_blank_and_notes_which()
    {
        Parts parts = Of(InvoicedNet.Word, August(100).Invoice("I2", raised: "2026-09-01", period: "2026-08", total: 84).Invoice("I1", raised: "2026-09-01", period: "2026-08", total: 6));
        Assert.Equal((new Money(90, "GBP"), "without a net amount, the total stands in for I1, I2"), (parts.Sum(), parts.Note));
    }

    [Fact]
    public void Money_of_two_currencies_is_never_added() => Assert.Throws<ArgumentException>(() => new Money(1, "GBP") + new Money(1, "EUR"));

    [Theory]
    [InlineData(4_120_000, "GBP", "£41,200.00")]
    [InlineData(-5, "EUR", "-€0.05")]
    [InlineData(125_050, "CHF", "CHF 1,250.50")]
    [InlineData(1_250, "JPY", "JPY 1,250")]
    [InlineData(1_250, "KWD", "KWD 1.250")]
    [InlineData(1_250, "XXX", "12.50")]
    public void Money_reads_as_people_write_it(long minor, string currency, string text) => Assert.Equal(text, new Money(minor, currency).ToString());

    [Theory]
    [InlineData("12.345", "GBP", 1_235)]
    [InlineData("-12.345", "GBP", -1_235)]
    [InlineData("12.5", "JPY", 13)]
    public void Units_round_half_away_from_zero(string units, string currency, long minor) =>
        Assert.Equal(minor, Money.FromUnits(decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture), currency).Minor);
}
