using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Verdicts that are certain although something else is not known: the day that a promise counts from, or the bank holidays of a year.</summary>
public class CertainVerdictTests
{
    private const string Day = "2026-09-16";

    [Theory]
    [InlineData("2026-09-01", Verdict.Met, null)]
    [InlineData(null, Verdict.Unknown, Reasons.AnchorMissing)]
    public void What_was_done_is_met_though_nobody_gives_the_day_that_it_counts_from(string? done, Verdict verdict, string? reason)
    {
        Finding finding = new Firm().Account().Engagement().Owed(ItemKinds.Milestone, due: null, done: done).Only("milestones-met", Day);
        Assert.Equal((verdict, reason, null), (finding.Verdict, finding.Reason, finding.Due));
        if (done is not null)
            Assert.EndsWith(" on 1 September 2026; by which day it was due is not known.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2029-06-01", "2026-09-16", Verdict.NotDue)] // no bank holidays of 2029 are known
    [InlineData("2031-06-01", "2026-09-16", Verdict.NotDue)]
    [InlineData("2029-01-10", "2028-12-30", Verdict.Unknown)] // the warning may have begun
    public void What_is_due_in_a_year_without_bank_holidays_is_not_due_yet(string due, string day, Verdict verdict) =>
        Assert.Equal(verdict, new Firm().Account().Engagement().Owed(ItemKinds.Milestone, due: due).Only("milestones-met", day).Verdict);

    [Theory]
    [InlineData("2030-06-30", null, Verdict.NotDue)]
    [InlineData("2029-01-10", "2026-01-01", Verdict.Met)] // filled long before
    public void An_open_role_of_such_a_year_is_judged_all_the_same(string needed, string? filled, Verdict verdict) =>
        Assert.Equal(verdict, new Firm().Account().Engagement().Owed(ItemKinds.OpenRole, due: needed, done: filled, raised: "2026-01-01").Only("open-roles", Day).Verdict);

    [Fact]
    public void Who_leaves_in_such_a_year_is_not_to_be_offboarded_yet() =>
        Assert.Equal(Verdict.NotDue, new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-01-05", to: "2099-12-31").Only("offboarded", Day).Verdict);

    [Fact]
    public void A_weekend_parts_no_stays_in_whatever_year() =>
        Assert.Equal("2015-03-02", Assert.Single(new Firm().Account().Engagement().Person().Assigned("P1", from: "2015-03-02", to: "2018-11-30").Assigned("P1", from: "2018-12-03").Judge("roll-off-plan", Day)).Occasion);

    [Theory]
    [InlineData("milestone", Verdict.Unknown)]
    [InlineData("action", Verdict.Breached)] // the row is of another kind, and of another thing
    public void A_row_that_cannot_be_used_takes_no_item_of_another_kind_with_the_same_id(string kind, Verdict verdict)
    {
        Firm firm = new Firm().Account().Engagement().Owed(ItemKinds.Milestone, due: "2026-09-01", id: "X1").Lost(Sources.Items, new() { Id = "X1", Kind = kind, Account = new("A2") });
        Assert.Equal(verdict, firm.Judge("milestones-met", Day).Single(f => f.Subject == "X1").Verdict);
    }

    [Fact]
    public void A_lead_who_is_yet_to_begin_has_led_nothing() =>
        Assert.Equal(Verdict.NotApplicable, new Firm().Account().Person().Assigned("P1", "account lead", from: "2026-10-01").Only("lead-consistent", Day).Verdict);

    [Fact]
    public void A_lead_whose_row_was_renewed_has_handed_nothing_over() => Assert.Empty(
        new Firm().Account().Person().Person("P2").Assigned("P1", "account lead", from: "2025-01-01", to: "2026-03-31").Assigned("P1", "account lead", from: "2026-04-01").Assigned("P2", "account lead", from: "2026-04-13")
            .Judge("lead-handover", Day));

    [Fact]
    public void An_opportunity_of_a_third_system_alone_is_neither_the_CRMs_nor_the_PSAs() =>
        Assert.Empty(new Firm().Account().Opportunity("ledger").Judge("opportunities-agree", Day));

    [Fact]
    public void An_overpaid_invoice_is_not_paid_before_its_day_of_payment() =>
        Assert.Equal(Verdict.Breached, new Firm().Account().Engagement().Invoice(due: "2026-07-08", outstanding: -20_00, paid: "2026-12-01").Only("no-aged-debt", Day).Verdict);

    [Fact]
    public void Hours_without_a_value_are_in_no_second_currency()
    {
        Finding burn = new Firm().Account().Engagement(from: "2026-01-01", to: "2026-12-31", budget: 1_000).Worked("2026-09-01", pence: 100_00).Worked("2026-09-01", person: "P2", currency: Money.NoCurrency).Only("burn-in-budget", Day);
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), (burn.Verdict, burn.Reason));
    }

    [Fact]
    public void A_risk_whose_row_cannot_be_used_is_one_finding() => Assert.Equal("risk/R1",
        Assert.Single(new Firm().Account().Engagement().Lost(Sources.Items, new() { Id = "R1", Kind = "risk", Account = new("A1") }).Judge("risk-owned", Day)).Subject);

    [Fact]
    public void An_account_without_a_start_keeps_its_old_open_periods() =>
        Assert.Equal("2025-04Q", new Firm().Account(from: null).Held("iso review", "2025-02-01").Judge("iso-reviewed", Day).First().Occasion);

    [Fact]
    public void The_first_week_of_the_hours_is_that_of_a_row_that_cannot_be_used()
    {
        Firm Booked() => new Firm().Account().Engagement().Person().Person("P2").Assigned("P1", from: "2026-01-05").Assigned("P2", from: "2026-01-05").Worked("2026-08-25", hours: 40, person: "P2");
        Assert.DoesNotContain(Booked().Judge("time-booked", Day), f => f.Occasion == "2026-W35");
        Assert.Contains(Booked().Lost(Sources.Time, new() { Person = new("P2"), Engagement = new("E1"), Day = "2026-08-24".Day() }).Judge("time-booked", Day),
            f => (f.Subject, f.Occasion, f.Verdict) == ("P1", "2026-W35", Verdict.Breached));
    }
}
