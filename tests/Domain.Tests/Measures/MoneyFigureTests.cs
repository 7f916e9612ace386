using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>On 10 September 2026: the last 12 months that have ended begin on 1 September 2025, the last 3 on 1 June 2026.</summary>
public class MoneyFigureTests
{
    private const string Day = "2026-09-10";

    private static (Verdict, string?) Said(Firm firm, string measure) => firm.Only(measure, Day) is var finding ? (finding.Verdict, finding.Reason) : default;

    private static Firm Grown(int pence, decimal? target = 10, string? from = "2020-01-01", string currency = "GBP") => new Firm().Account(from: from, growth: target)
        .Invoice("I1", raised: "2025-08-31", net: 100_000).Invoice("I2", raised: "2025-09-01", net: pence, currency: currency)
        .Invoice("I3", raised: "2024-08-31", net: 7).Invoice("I4", raised: "2026-09-01", net: 7);

    private static Firm Earned(decimal? cost, decimal? target = 30, string asOf = "2026-08-31", string currency = "GBP")
    {
        Firm firm = new Firm().Account(margin: target).Invoice("I1", raised: "2026-06-01", net: 60_000).Invoice("I2", raised: "2026-08-31", net: 40_000, currency: currency)
            .Invoice("I3", raised: "2026-05-31", net: 7).Invoice("I4", raised: "2026-09-01", net: 7);
        return cost is { } some ? firm.Read("cost", some - 100, asOf).Read("cost", 100, "2026-06-01") : firm;
    }

    private static Firm Spent(decimal? cost, long? net = null)
    {
        Firm firm = new Firm().Account(margin: 30);
        firm = net is { } some ? firm.Invoice("I1", raised: "2026-07-01", total: some, net: some) : firm;
        return cost is { } spent ? firm.Read("cost", spent, "2026-08-31") : firm;
    }

    [Theory]
    [InlineData(110_000, Verdict.Met, null)]
    [InlineData(109_900, Verdict.Breached, "too low")]
    public void The_revenue_of_twelve_months_grows_by_the_accounts_target(int pence, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Grown(pence), "account-growth"));

    [Theory]
    [InlineData("2024-09-01", Verdict.Met)]
    [InlineData("2024-09-02", Verdict.NotApplicable)]
    public void An_account_younger_than_both_years_has_nothing_to_grow_from(string from, Verdict verdict) =>
        Assert.Equal(verdict, Said(Grown(200_000, from: from), "account-growth").Item1);

    [Fact]
    public void Growth_needs_a_target_one_currency_and_a_year_before()
    {
        Assert.Equal("Account Northwind (A1): does not apply: no growth target is set for the account.", Grown(200_000, target: null).Only("account-growth", Day).Message);
        Assert.Equal((Verdict.Unknown, Reasons.CurrencyDiffers), Said(Grown(200_000, currency: "EUR"), "account-growth"));
        Assert.Equal(Verdict.NotApplicable, Said(new Firm().Account(growth: 1).Invoice(net: 5), "account-growth").Item1);
    }

    [Theory]
    [InlineData(700, Verdict.Met, null)]
    [InlineData(701, Verdict.Breached, "too low")]
    public void The_margin_reaches_the_accounts_target(int cost, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Earned(cost), "margin"));

    [Fact]
    public void A_margin_needs_a_target_a_cost_one_currency_and_revenue()
    {
        Assert.Equal((Verdict.NotApplicable, null), Said(Earned(700, target: null), "margin"));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Earned(null), "margin"));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Earned(null).Read("cost", 1, "2026-05-31").Read("cost", 1, "2026-09-01"), "margin"));
        Assert.Equal((Verdict.Unknown, Reasons.CurrencyDiffers), Said(Earned(700, currency: "EUR"), "margin"));
        Assert.Equal(Verdict.NotApplicable, Said(new Firm().Account(margin: 1), "margin").Item1);
    }

    [Theory]
    [InlineData("2026-07-01", "July 2026")]
    [InlineData("2026-07-31", "July 2026")]
    public void Each_month_with_revenue_needs_a_cost_of_its_own(string raised, string month)
    {
        Finding finding = Earned(700).Invoice("I5", raised: raised, net: 1).Only("margin", Day);
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), (finding.Verdict, finding.Reason));
        Assert.Equal($"Account Northwind (A1): cannot be judged: the cost of {month} is not given.", finding.Message);
        Assert.Equal($"give the cost of {month} in readings.csv, as the figure 'cost'", finding.Remedy);
        Assert.Equal(Verdict.Met, Said(Earned(700).Invoice("I5", raised: raised, net: 1).Read("cost", 0, "2026-07-31"), "margin").Item1);
    }

    [Fact]
    public void A_month_whose_credit_notes_leave_nothing_needs_no_cost() =>
        Assert.Equal(Verdict.Met, Said(Earned(690).Invoice("I5", raised: "2026-07-01", net: 500).Invoice("I6", raised: "2026-07-31", total: -500, net: -500), "margin").Item1);

    [Theory]
    [InlineData(1, null, Verdict.Breached, "no revenue")]
    [InlineData(1, 0, Verdict.Breached, "no revenue")]
    [InlineData(1, -100, Verdict.Breached, "no revenue")]
    [InlineData(null, null, Verdict.NotApplicable, null)]
    [InlineData(null, -100, Verdict.NotApplicable, null)]
    [InlineData(0, 0, Verdict.NotApplicable, null)]
    [InlineData(null, 1, Verdict.Unknown, Reasons.FigureIncomplete)]
    public void Cost_without_revenue_is_breached_and_neither_does_not_apply(int? cost, int? net, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Spent(cost, net), "margin"));

    [Fact]
    public void A_margin_without_revenue_says_what_it_cost_and_what_to_invoice()
    {
        Finding finding = Spent(70, 0).Only("margin", Day);
        Assert.Equal("Account Northwind (A1): there is no revenue to cover the cost of £70.00 from 1 June 2026 to 31 August 2026; promised is that margin is at least 30 %.", finding.Message);
        Assert.Equal("invoice £100.00 more in 3 months, to reach 30 %", finding.Remedy);
    }

    [Theory]
    [InlineData(1_010, Verdict.Met)]
    [InlineData(1_011, Verdict.Breached)]
    public void A_target_may_be_a_loss(int cost, Verdict verdict)
    {
        Assert.Equal(verdict, Said(Earned(cost, target: -1), "margin").Item1);
        Assert.Equal(verdict, Said(Grown(100_000 - (100 * (cost - 1_000)), target: -1), "account-growth").Item1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Growth_from_nothing_does_not_apply_whatever_came_later(int before)
    {
        Firm firm = new Firm().Account(growth: 10).Invoice("I1", raised: "2025-08-31", total: before, net: before).Invoice("I2", raised: "2025-09-01", net: 5).Invoice("I3", raised: "2025-09-02", net: 5, currency: "EUR");
        Assert.Equal("Account Northwind (A1): does not apply: the revenue of the 12 before is zero or less.", firm.Only("account-growth", Day).Message);
    }

    [Fact]
    public void A_margin_says_its_revenue_and_cost()
    {
        Finding finding = Earned(701).Only("margin", Day);
        Assert.Equal("Account Northwind (A1): margin from 1 June 2026 to 31 August 2026 is 29.9 % (revenue £1,000.00, cost £701.00); promised is at least 30 %.", finding.Message);
        Assert.Equal(["revenue of 3 months £1,000.00", "cost of 3 months £701.00"], finding.Values.Where(v => v.Money is not null).Select(v => $"{v.Name} {v.Money}"));
    }
}
