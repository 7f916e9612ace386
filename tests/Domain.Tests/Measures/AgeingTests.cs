using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Figures;

namespace Plumbline.Domain.Tests.Measures;

public class AgeingTests
{
    private static AgeingBand[] On(Firm firm, string day) => [.. Ageing.Of(Views.Of(firm.Snapshot(day.Day()), firm.Policy, day.Day()).Single())];

    [Theory]
    [InlineData("2026-08-14", "not due")]
    [InlineData("2026-08-15", "1-30")]
    [InlineData("2026-09-13", "1-30")]
    [InlineData("2026-09-14", "31-60")]
    [InlineData("2026-10-13", "31-60")]
    [InlineData("2026-10-14", "61-90")]
    [InlineData("2026-11-12", "61-90")]
    [InlineData("2026-11-13", "over 90")]
    public void An_invoice_lies_in_the_band_of_the_days_since_it_was_due(string day, string band) =>
        Assert.Equal(band, Assert.Single(On(new Firm().Account().Engagement().Invoice(outstanding: 100), day)).Band);

    [Fact]
    public void What_is_disputed_stands_apart_and_currencies_are_never_added()
    {
        Firm firm = new Firm().Account().Engagement().Invoice("I1", outstanding: 100).Invoice("I2", outstanding: 30, disputed: true, due: "2026-08-10").Invoice("I3", outstanding: 7, currency: "EUR");
        Assert.Equal([new AgeingBand("EUR", "1-30", 1, 7, 0, "2026-08-14".Day()), new AgeingBand("GBP", "1-30", 2, 100, 30, "2026-08-10".Day())],
            On(firm, "2026-08-20").OrderBy(b => b.Currency, StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_no_due_date_and_what_is_a_credit_have_bands_of_their_own_so_that_the_sum_is_the_ledgers()
    {
        Firm firm = new Firm().Account().Engagement().Invoice("I1", outstanding: 100).Invoice("I2", due: null, outstanding: 50).Invoice("CN", total: -30, outstanding: -30)
            .Invoice("Overpaid", outstanding: -5).Invoice("D", state: "draft", outstanding: 9).Invoice("V", state: "void", outstanding: 9).Invoice("Later", raised: "2026-08-21", outstanding: 9);
        AgeingBand[] bands = On(firm, "2026-08-20");
        Assert.Equal([("1-30", 1, 100), ("credit", 2, -35), ("no due date", 1, 50)], bands.Select(b => (b.Band, b.Count, b.Outstanding)).Order());
    }

    [Fact]
    public void What_accounts_owe_that_the_register_does_not_know_is_owed_to_the_firm()
    {
        Firm firm = new Firm().Account().Engagement().Invoice("I1", outstanding: 100).Add(new(ItemKinds.Invoice, "I2")
        {
            Account = new("A9"), State = "open", Total = 7, Outstanding = 7, Currency = "GBP", Days = [(ItemDay.Raised, "2026-07-01".Day()), (ItemDay.Due, "2026-08-01".Day())],
        });
        Views views = Views.Of(firm.Snapshot("2026-08-20".Day()), firm.Policy, "2026-08-20".Day());
        Assert.Equal((100, 7), (Assert.Single(Ageing.Of(views.Single())).Outstanding, Assert.Single(Ageing.Of(views.OfFirm)).Outstanding));
        Assert.DoesNotContain(Evaluation.Judge(views.OfFirm), f => f.Measure == "no-aged-debt");
    }

    [Fact]
    public void What_was_paid_after_the_day_judged_was_still_owed_on_it()
    {
        Firm firm = new Firm().Account().Engagement().Invoice(outstanding: 0, paid: "2026-09-02");
        Assert.Equal(240_000, Assert.Single(On(firm, "2026-09-01")).Outstanding);
        Assert.Empty(On(firm, "2026-09-02"));
    }
}
