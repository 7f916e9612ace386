using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>An engagement of 100 days from 1 January 2026 with a budget of £1,000; on 19 February half of its time is over.</summary>
public class BurnTests
{
    private const string Id = "burn-in-budget";
    private const string Half = "2026-02-19";

    private static Firm Portal(string? to = "2026-04-10", decimal? budget = 1_000, string? from = "2026-01-01") => new Firm().Account().Engagement(from: from, to: to, budget: budget);

    private static (Verdict, string?) Said(Firm firm, string day) => firm.Only(Id, day) is var finding ? (finding.Verdict, finding.Reason) : default;

    [Theory]
    [InlineData(100_000, Verdict.AtRisk, "forecast at completion too high")] // five days are left
    [InlineData(100_001, Verdict.Breached, "burn too high")] // a penny too much
    [InlineData(100_100, Verdict.Breached, "burn too high")]
    public void The_budget_is_not_exceeded(int pence, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Portal().Worked("2026-01-06", pence: pence), "2026-04-10"));

    [Theory]
    [InlineData(60_000, Verdict.AtRisk, "forecast at completion too high")] // only what it comes to is too much
    [InlineData(60_100, Verdict.Breached, "burn ahead of time too high")]
    public void It_is_burnt_at_most_ten_points_ahead_of_time(int pence, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Portal().Worked("2026-01-06", pence: pence), Half));

    // 46 days until Sunday 15 February, the start included, and 54 more until the end.
    [Theory]
    [InlineData(46_000, Verdict.Met, null)]
    [InlineData(46_100, Verdict.AtRisk, "forecast at completion too high")]
    public void Going_on_as_since_the_start_the_budget_suffices_or_is_at_risk(int pence, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Portal().Worked("2026-01-06", pence: 30_000).Worked("2026-02-02", pence: pence - 30_000), Half));

    // From Monday 2 November 2026 to Sunday 31 January 2027 are 13 weeks, and 91 days are left until the end.
    [Theory]
    [InlineData("2026-11-02", 50_000, Verdict.Met)]
    [InlineData("2026-11-02", 50_100, Verdict.AtRisk)]
    [InlineData("2026-11-01", 50_100, Verdict.Met)] // it is cost, and none of the 13 weeks
    public void The_forecast_goes_by_the_last_thirteen_weeks(string day, int pence, Verdict verdict) =>
        Assert.Equal(verdict, Said(Portal(from: "2025-02-01", to: "2027-05-02").Worked(day, pence: pence), "2027-02-01").Item1);

    [Fact]
    public void The_running_week_is_no_part_of_the_forecast() => Assert.Equal((Verdict.Met, null), Said(Portal().Worked("2026-02-16", pence: 59_000), Half));

    [Fact]
    public void A_forecast_at_risk_says_what_would_mend_it()
    {
        Finding finding = Portal().Worked("2026-02-02", pence: 46_100).Only(Id, Half);
        Assert.Equal("Engagement Portal rebuild (E1): the forecast at completion as of 19 February 2026 is 100.2 % (forecast cost £1,002.17 of a budget of £1,000.00); promised is at most 100 %.", finding.Message);
        Assert.Equal("agree £2.17 more budget, or plan £2.17 less of cost", finding.Remedy);
        Assert.Equal(["E1"], finding.Basis.Rows(finding).Keys.AsEnumerable());
    }

    [Fact]
    public void Without_a_budget_or_an_end_there_is_less_to_measure()
    {
        Assert.Equal(Verdict.NotApplicable, Said(Portal(budget: null), Half).Item1);
        Assert.Equal("Engagement Portal rebuild (E1): does not apply: no budget is set.", Portal(budget: null).Only(Id, Half).Message);
        Assert.Equal(Verdict.NotApplicable, Said(Portal(budget: 0), Half).Item1);
        Assert.Equal((Verdict.Met, null), Said(Portal(to: null).Worked("2026-01-06", pence: 90_000), Half));
        Assert.Equal((Verdict.Breached, "burn too high"), Said(Portal(to: null).Worked("2026-01-06", pence: 100_100), Half));
    }

    [Fact]
    public void Nothing_booked_costs_nothing() => Assert.Equal((Verdict.Met, null), Said(Portal(), Half));

    [Fact]
    public void Values_in_two_currencies_or_not_given_leave_the_cost_unknown()
    {
        Assert.Equal((Verdict.Unknown, Reasons.CurrencyDiffers), Said(Portal().Worked("2026-01-06", pence: 1).Worked("2026-01-13", pence: 1, currency: "EUR"), Half));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Portal().Worked("2026-01-06", pence: 1).Worked("2026-01-13"), Half));
        Assert.Equal((Verdict.Met, null), Said(Portal().Worked("2026-01-06", pence: 1).Worked("2026-01-13", billable: 0, pence: 0), Half));
    }

    [Fact]
    public void The_evidence_has_the_cost_the_budget_and_the_time()
    {
        Finding finding = Portal().Worked("2026-01-06", pence: 60_100).Only(Id, Half);
        Assert.Equal("Engagement Portal rebuild (E1): burn ahead of time is 10.1 points (60.1 % of the budget is used after 50 % of the time), out of bounds since the week to 11 January 2026; promised is at most 10 points.", finding.Message);
        Assert.Equal("agree £1.67 more budget, or move £1.00 of the cost to date that belongs to other work", finding.Remedy);
        Assert.Equal(
            ["burn 60.1", "promised of burn at most 100 %", "cost to date £601.00", "budget £1,000.00", "burn ahead of time 10.1", "promised of burn ahead of time at most 10 points",
                "time elapsed in per cent 50", "forecast at completion 130.7", "promised of forecast at completion at most 100 %", "forecast cost £1,306.52"],
            finding.Values.Select(v => $"{v.Name} {v.Text}{v.Number:0.##}{v.Money}"));
    }
}
