using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

/// <summary>Since when a standing condition is broken, as far as the facts tell; and over which days it is measured, where they do not.</summary>
public class SinceTests
{
    private const string Day = "2026-09-10";

    private static Firm Northwind(decimal? growth = null, decimal? margin = null) => new Firm().Account(growth: growth, margin: margin).Engagement(from: "2026-01-01", to: "2026-12-31", budget: 1_000).Person();

    private static string? Since(Firm firm, string measure, string day = Day) => firm.Only(measure, day).Basis.Since?.Iso();

    private static Firm Scored(params (string On, decimal Score)[] scores) => scores.Aggregate(Northwind(), (firm, s) => firm.Read("satisfaction", s.Score, s.On));

    [Fact]
    public void A_score_is_too_low_since_the_first_of_the_readings_in_a_row_that_were()
    {
        Assert.Equal("2026-09-01", Since(Scored(("2026-03-01", 7), ("2026-06-01", 8), ("2026-09-01", 7)), "satisfaction"));
        Assert.Equal("2026-06-01", Since(Scored(("2026-03-01", 8), ("2026-06-01", 7), ("2026-09-01", 6.5m)), "satisfaction"));
        Assert.Equal("2026-03-01", Since(Scored(("2026-03-01", 7.9m), ("2026-06-01", 7), ("2026-09-01", 7)), "satisfaction"));
        Assert.Null(Since(Scored(("2026-03-01", 7), ("2026-09-01", 8)), "satisfaction"));
    }

    [Fact]
    public void A_fall_and_a_low_score_after_it_are_one_stretch() =>
        Assert.Equal("2026-06-01", Since(Scored(("2026-03-01", 10), ("2026-06-01", 8), ("2026-09-01", 7)), "satisfaction"));

    [Fact]
    public void Readings_of_one_day_count_together_and_one_of_a_later_day_does_not_count_yet() =>
        Assert.Equal("2026-08-01", Since(Scored(("2026-06-01", 10), ("2026-06-01", 6), ("2026-08-01", 7), ("2026-09-11", 9)), "satisfaction"));

    [Fact]
    public void Of_two_figures_the_one_that_was_out_of_bounds_first_tells() => Assert.Equal("2026-06-01", Since(Northwind()
        .Read("engagement score", 6, "2026-09-01").Read("share who answered", 50, "2026-06-01").Read("share who answered", 50, "2026-09-01"), "engagement-score"));

    [Fact]
    public void The_lead_changes_too_often_since_the_change_that_was_one_too_many()
    {
        Firm firm = Northwind().Assigned("P1", "account lead", "2024-11-01", "2025-05-31").Assigned("P2", "account lead", "2025-06-01", "2026-01-31").Assigned("P3", "account lead", "2026-02-01");
        Assert.Equal("2026-02-01", Since(firm, "lead-consistent"));
        Assert.Equal("Account Northwind (A1): the number of changes of lead from 11 September 2024 to 10 September 2026 is 2, out of bounds since 1 February 2026; promised is at most 1.", firm.Only("lead-consistent", Day).Message);
    }

    [Theory]
    [InlineData("2024-02-01", "2025-06-01")] // on 31 January 2026 it is still within 24 months, and on the next day there is another
    [InlineData("2024-01-31", "2026-02-01")] // on 31 January 2026 there is one change alone
    public void Changes_that_are_older_than_the_months_looked_at_tell_since_when(string first, string since) => Assert.Equal(since, Since(
        Northwind().Assigned("P9", "account lead", "2022-01-01", first.Day().PlusDays(-1).Iso()).Assigned("P1", "account lead", first, "2025-05-31")
            .Assigned("P2", "account lead", "2025-06-01", "2026-01-31").Assigned("P3", "account lead", "2026-02-01"), "lead-consistent"));

    [Fact]
    public void A_budget_is_exceeded_since_the_week_in_which_it_was()
    {
        Firm Burnt(params (string On, int Pounds)[] work) => work.Aggregate(new Firm().Account().Engagement(from: "2026-01-01", budget: 1_000), (firm, w) => firm.Worked(w.On, pence: 100 * w.Pounds));
        Assert.Equal("2026-08-09", Since(Burnt(("2026-07-01", 900), ("2026-08-03", 150)), "burn-in-budget"));
        // Of the running week nothing is known but its days so far.
        Assert.Equal(Day, Since(Burnt(("2026-07-01", 900), ("2026-09-08", 150)), "burn-in-budget"));
        // A correction that took it below for a week ends the stretch.
        Assert.Equal("2026-08-30", Since(Burnt(("2026-07-01", 1_100), ("2026-08-18", -200), ("2026-08-25", 200)), "burn-in-budget"));
        Assert.Equal("Engagement Portal rebuild (E1): burn is 105 % (cost to date £1,050.00 of a budget of £1,000.00), out of bounds since the week to 9 August 2026; promised is at most 100 %.",
            Burnt(("2026-07-01", 900), ("2026-08-03", 150)).Only("burn-in-budget", Day).Message);
    }

    [Theory]
    [InlineData("utilisation", "2026-08-10", "2026-09-06")]
    [InlineData("development-time", "2026-06-08", "2026-09-06")]
    [InlineData("margin", "2026-06-01", "2026-08-31")]
    [InlineData("account-growth", "2025-09-01", "2026-08-31")]
    [InlineData("invoice-paid-on-time", "2026-03-10", "2026-09-09")]
    [InlineData("lead-attends", "2026-06-11", "2026-09-10")]
    public void A_figure_of_several_days_says_which_and_not_since_when(string measure, string first, string last)
    {
        Finding finding = Northwind(growth: 90, margin: 90).Assigned("P1").Assigned("P1", "account lead").Person("P2").Worked("2026-08-20", hours: 10)
            .Invoice("I1", raised: "2024-10-01", due: "2026-08-01", net: 100).Invoice("I2", raised: "2026-08-01", due: "2026-12-01", net: 100).Read("cost", 1, "2026-08-31")
            .Held("sales meeting", "2026-08-03", by: ["P2"]).Only(measure, Day);
        Assert.Equal((Verdict.Breached, null, (first.Day(), last.Day())), (finding.Verdict, finding.Basis.Since, finding.Basis.Over));
        Assert.Contains($" from {first.Day().InWords()} to {last.Day().InWords()} is ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_of_the_day_says_the_day()
    {
        Finding finding = Northwind().Engagement("E2", from: "2026-01-05", to: "2026-08-31", status: "closed").Only("relationship-depth", Day);
        Assert.Equal("Account Northwind (A1): the number of active projects as of 10 September 2026 is 1 (2 as of 10 June 2026); promised is not less than 3 months before.", finding.Message);
        Assert.Equal((null, null), (finding.Basis.Since, finding.Basis.Over));
    }

    [Fact]
    public void A_document_is_missing_since_the_last_one_ended_or_never_was()
    {
        Firm firm = Northwind().Document("D1", null, null, null, null, "account plan", null, starts: "2025-01-01", ends: "2025-12-31").Document("D2", null, null, null, null, "account plan", null, ends: "2026-06-30")
            .Document("D3", null, null, null, "2026-09-11", "account plan", null).Document("D4", null, null, null, null, "account plan", null, starts: "2026-09-11", ends: "2027-09-10");
        Assert.Equal("2026-07-01", Since(firm, "account-plan-exists"));
        Assert.Equal("Account Northwind (A1): no account plan is in force (since 1 July 2026); no mission is in force (none ever was); promised is one of each.", firm.Only("account-plan-exists", Day).Message);
    }

    [Fact]
    public void Two_records_differ_at_least_since_the_later_of_their_updates()
    {
        Firm firm = Northwind().Opportunity("crm", stage: "won", updated: "2026-08-03").Opportunity("psa", updated: "2026-07-01");
        Assert.Equal(("2026-08-03", true), (Since(firm, "opportunities-agree"), firm.Only("opportunities-agree", Day).Basis.IsSinceAtLeast));
        Assert.Equal("Opportunity O1: stage differs (CRM: status open, stage won, value £10,000.00, updated on 3 August 2026; PSA: status open, stage proposal, value £10,000.00, updated on 1 July 2026), at least since 3 August 2026.",
            firm.Only("opportunities-agree", Day).Message);
    }

    [Fact]
    public void Since_when_a_record_is_missing_or_was_updated_on_a_day_to_come_is_not_told()
    {
        Assert.Null(Since(Northwind().Opportunity("crm", updated: "2026-08-03"), "opportunities-agree"));
        Assert.Null(Since(Northwind().Opportunity("crm", stage: "won", updated: "2026-08-03").Opportunity("psa"), "opportunities-agree"));
        Assert.Null(Since(Northwind().Opportunity("crm", stage: "won", updated: "2026-08-03").Opportunity("psa", updated: "2026-09-11"), "opportunities-agree"));
    }

    [Fact]
    public void Systems_name_different_leads_at_least_since_one_of_them_last_changed_its_lead()
    {
        Firm Led(string? to = null) => Northwind().Assigned("P1", "account lead", from: "2026-01-01", system: "psa").Assigned("P2", "account lead", from: "2026-04-01", to: to, system: "crm").Assigned("P1", "account lead", system: "ledger");
        Assert.Equal("2026-04-01", Since(Led(), "lead-agrees"));
        Assert.Equal("2026-07-01", Since(Led(to: "2026-06-30"), "lead-agrees"));
        Assert.Equal("Account Northwind (A1): no account lead in the CRM (PSA: P1; ledger: P1), at least since 1 July 2026.", Led(to: "2026-06-30").Only("lead-agrees", Day).Message);
        Assert.Null(Since(Northwind().Assigned("P1", "account lead", system: "psa"), "lead-agrees"));
    }

    [Fact]
    public void A_role_is_vacant_since_the_day_after_its_last_holder_and_a_risk_without_an_owner_says_when_it_was_raised()
    {
        Assert.Equal("2026-09-01", Since(Northwind().Assigned("P1", "account lead", to: "2026-08-31"), "single-account-lead"));
        Assert.Contains("nobody is account lead (no earlier one is named); promised", Northwind().Assigned("P1", "account lead", from: "2026-09-11").Only("single-account-lead", Day).Message, StringComparison.Ordinal);
        Assert.Equal("Risk T1: nobody is owner (raised on 3 August 2026); promised is at least 1.", Northwind().Owed("risk", raised: "2026-08-03").Only("risk-owned", Day).Message);
    }
}
