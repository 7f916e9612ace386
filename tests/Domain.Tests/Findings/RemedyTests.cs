using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

/// <summary>What would turn a finding green, with its figures; and that doing just that turns it green, and a little less does not.</summary>
public class RemedyTests
{
    private const string Day = "2026-09-10";

    private static Firm Northwind(decimal? growth = null, decimal? margin = null, string? importance = null) =>
        new Firm().Account(growth: growth, margin: margin, importance: importance).Engagement(budget: 1_000).Person();

    private static void Turns(string remedy, Firm firm, Func<Firm, Firm> done, string measure, Verdict green = Verdict.Met, string day = Day)
    {
        Finding before = firm.Judge(measure, day)[0];
        Assert.Equal((Verdict.Breached, remedy), (before.Verdict, before.Remedy));
        Assert.Equal(green, done(firm).Judge(measure, day)[0].Verdict);
    }

    private static Firm Booked(decimal hours) => Northwind().Assigned("P1").Worked("2026-08-20", hours: hours);

    [Fact]
    public void Utilisation_needs_so_many_hours_more_or_fewer()
    {
        Finding low = Booked(100).Only("utilisation", Day), high = Booked(150).Only("utilisation", Day);
        Assert.Equal("plan 14 more billable hours in 4 weeks, to reach 75 %", low.Remedy);
        Assert.Equal("plan 13.2 fewer billable hours in 4 weeks, to come down to 90 %", high.Remedy);
        Assert.Equal((Verdict.Met, Verdict.Met), (Booked(114).Only("utilisation", Day).Verdict, Booked(136.8m).Only("utilisation", Day).Verdict));
        Assert.Equal(Verdict.Breached, Booked(113.8m).Only("utilisation", Day).Verdict);
    }

    [Fact]
    public void A_week_needs_so_many_hours_booked() => Turns("have P1 book and submit 13.6 more hours, to reach 80 %",
        Northwind().Assigned("P1", from: "2026-08-31").Worked("2026-08-10").Worked("2026-09-01", hours: 12), f => f.Worked("2026-09-02", hours: 13.6m), "time-booked");

    [Fact]
    public void Development_needs_so_many_of_the_hours() =>
        Assert.Equal("plan 3.5 more hours of development among 100 hours in 13 weeks, to reach 5 %", Northwind().Assigned("P1").Worked("2026-08-20", hours: 100, development: 1.5m).Only("development-time", Day).Remedy);

    [Fact]
    public void A_month_needs_one_invoice_of_about_the_rest() => Turns("raise one invoice for August 2026, about £600.00",
        Northwind().Worked("2026-08-03", pence: 100_000).Invoice(raised: "2026-09-01", period: "2026-08", net: 40_000),
        f => f.Invoice("INV-2", raised: "2026-09-09", period: "2026-08", net: 60_000), "invoice-raised", Verdict.MetLate);

    [Fact]
    public void Growth_needs_so_much_more_invoiced() => Turns("invoice £100.00 more in 12 months, to grow by 10 %",
        Northwind(growth: 10).Invoice("I1", raised: "2025-03-01", net: 100_000).Invoice("I2", raised: "2026-03-01", net: 100_000),
        f => f.Invoice("I3", raised: "2026-08-01", net: 10_000), "account-growth");

    [Fact]
    public void A_margin_needs_less_spent_or_more_invoiced()
    {
        Firm Earning(long pence, decimal cost) => Northwind(margin: 25).Invoice(raised: "2026-07-01", net: pence).Read("cost", cost, "2026-07-31");
        Assert.Equal("spend £150.00 less, or invoice £200.00 more in 3 months, to reach 25 %", Earning(100_000, 900).Only("margin", Day).Remedy);
        Assert.Equal((Verdict.Met, Verdict.Met), (Earning(100_000, 750).Only("margin", Day).Verdict, Earning(120_000, 900).Only("margin", Day).Verdict));
        Assert.Equal(Verdict.Breached, Earning(119_000, 900).Only("margin", Day).Verdict);
    }

    [Fact]
    public void A_burnt_budget_needs_to_be_cheaper_or_larger()
    {
        Firm Burnt(long pence, decimal budget) => new Firm().Account().Engagement(budget: budget).Worked("2026-08-03", pence: pence);
        Assert.Equal("agree £200.00 more budget, or move £200.00 of the cost to date that belongs to other work", Burnt(120_000, 1_000).Only("burn-in-budget", Day).Remedy);
        Assert.Equal((Verdict.Met, Verdict.Met), (Burnt(100_000, 1_000).Only("burn-in-budget", Day).Verdict, Burnt(120_000, 1_200).Only("burn-in-budget", Day).Verdict));
    }

    [Fact]
    public void Too_many_changes_of_the_lead_need_time()
    {
        Firm firm = Northwind().Assigned("P1", "account lead", "2025-01-01", "2025-05-31").Assigned("P2", "account lead", "2025-06-01", "2026-01-31").Assigned("P3", "account lead", "2026-02-01");
        Assert.Equal("keep the lead until 1 June 2027, when only 1 change lies within 24 months", firm.Only("lead-consistent", Day).Remedy);
        Assert.Equal((Verdict.Breached, Verdict.Met), (firm.Only("lead-consistent", "2027-05-31").Verdict, firm.Only("lead-consistent", "2027-06-01").Verdict));
    }

    [Fact]
    public void A_score_that_is_low_and_fell_needs_the_higher_of_both() => Turns("ask the customer what is wrong, and raise satisfaction by 2 to 8",
        Northwind().Read("satisfaction", 7, "2026-06-01").Read("satisfaction", 6, "2026-08-01"), f => f.Read("satisfaction", 8, "2026-09-01"), "satisfaction");

    [Fact]
    public void A_score_that_fell_from_ten_needs_to_be_above_eight() => Turns("ask the customer what is wrong, and raise satisfaction above 8",
        Northwind().Read("satisfaction", 10, "2026-06-01").Read("satisfaction", 8, "2026-08-01"), f => f.Read("satisfaction", 8.5m, "2026-09-01"), "satisfaction");

    [Fact]
    public void A_share_needs_points_and_a_number_things()
    {
        Assert.Equal("ask the team what is wrong, and raise the engagement score by 1.5 to 7; ask those who have not answered, and raise the share who answered by 20 points to 60 %",
            Northwind().Read("engagement score", 5.5m, Day).Read("share who answered", 40, Day).Only("engagement-score", Day).Remedy);
        Assert.Equal("offer the customer another capability of the firm, and raise the number of capabilities engaged by 1 to 2", Northwind(importance: "strategic").Read("capabilities engaged", 1, Day).Only("expertise-drawn-on", Day).Remedy);
    }

    [Fact]
    public void Meetings_without_the_lead_need_so_many_with_the_lead() => Turns("have the account lead attend the next ones: 1 more of 1 such meetings would reach 90 %",
        Northwind().Assigned("P1", "account lead").Person("P2").Held("sales meeting", "2026-08-03", by: ["P2"]),
        f => Enumerable.Range(4, 9).Aggregate(f, (so, day) => so.Held("sales meeting", $"2026-08-{day:D2}", by: ["P1"])), "lead-attends");

    [Fact]
    public void A_role_needs_somebody_on_the_engagement() => Turns("assign somebody as technology lead to E1",
        Northwind().Assigned("P1", "delivery lead"), f => f.Assigned("P1", "technology lead", on: "E1"), "roles-filled");

    [Fact]
    public void A_plan_needs_a_document_in_force() => Turns("record an account plan and a mission for A1, in force on 10 September 2026",
        Northwind(), f => f.Document("D1", null, null, null, null, "account plan", null).Document("D2", null, null, null, null, "mission", null), "account-plan-exists");

    [Fact]
    public void Days_outside_need_a_statement_for_just_these_days() => Turns(
        "have a signed statement of work for 3 August 2026 and 1 September 2026 to 8 September 2026, or book those days elsewhere",
        Northwind().Worked("2026-08-03").Worked("2026-09-01").Worked("2026-09-08"),
        f => f.Document("D1", null, null, "2026-07-01", null, starts: "2026-08-03", ends: "2026-08-03").Document("D2", null, null, "2026-07-01", null, starts: "2026-09-01", ends: "2026-09-08"), "hours-within-sow");

    [Fact]
    public void Days_outside_need_the_statement_that_would_cover_them_to_be_signed() => Turns("have all parties sign D2, or book those days elsewhere",
        Northwind().Worked("2026-09-01").Document("D1", null, null, null, null, starts: "2026-09-02").Document("D2", null, null, null, null, starts: "2026-08-01", ends: "2026-09-01"),
        f => f.Document("D3", null, null, "2026-07-01", null, starts: "2026-08-01", ends: "2026-09-01"), "hours-within-sow");

    [Fact]
    public void Days_outside_need_the_signed_statement_that_ends_last_extended() => Turns("have D2 extended to cover 1 September 2026, or book those days elsewhere",
        Northwind().Worked("2026-09-01").Document("D1", null, null, "2026-01-05", null, ends: "2026-03-31").Document("D2", null, null, "2026-01-05", null, starts: "2026-04-01", ends: "2026-08-31"),
        f => f.Document("D3", null, null, "2026-07-01", null, starts: "2026-04-01", ends: "2026-09-01"), "hours-within-sow");

    [Fact]
    public void What_days_outside_are_near_to_is_said()
    {
        string Said(Firm firm) => firm.Worked("2026-09-01").Only("hours-within-sow", Day).Message.Split(": ", 2)[1];
        Assert.Equal("days with hours lie outside a signed statement of work: 1 September 2026; D1 covers the beginning to 31 August 2026.", Said(Northwind().Document("D1", null, null, "2026-01-05", null, ends: "2026-08-31")));
        Assert.Equal("days with hours lie outside a signed statement of work: 1 September 2026; D1 is not signed by all parties.", Said(Northwind().Document("D1", null, null, "2026-09-11", null)));
        Assert.Equal("days with hours lie outside a signed statement of work: 1 September 2026.", Said(Northwind().Document("D1", null, null, "2026-01-05", "2026-09-11")));
    }

    [Fact]
    public void An_unsigned_statement_of_other_days_needs_both() => Assert.Equal("have D1 extended to cover 1 September 2026, and signed by all parties, or book those days elsewhere",
        Northwind().Worked("2026-09-01").Document("D1", null, null, null, null, ends: "2026-08-31").Only("hours-within-sow", Day).Remedy);

    [Fact]
    public void What_is_about_a_person_names_the_person()
    {
        Firm firm = new Firm().Account(from: "2026-01-01", importance: "strategic").Engagement().Person().Assigned("P1", from: "2026-01-01").Assigned("P1", "core", from: "2026-01-01").Assigned("P1", "delivery lead", from: "2026-01-01");
        string? Remedy(string measure) => firm.Judge(measure, Day).First(f => f.Verdict == Verdict.Breached).Remedy;
        Assert.Equal("have P1 hold a one-to-one with the account lead or the people lead, and record it", Remedy("one-to-one"));
        Assert.Equal("have P1 contribute to the plan, and record it", Remedy("plan-contributions"));
        Assert.Equal("review the development plan of P1, and record it", Remedy("development-plan"));
        Assert.Equal("review the succession plan for P1 with somebody else named, and record it", Remedy("succession-plan"));
        Assert.Equal("P1 in the core team: no contribution to the plan by 1 April 2026; one is due every 3 months.", firm.Judge("plan-contributions", Day)[0].Message);
    }

    [Fact]
    public void A_record_that_stands_still_is_named()
    {
        Assert.Equal("bring the record of E1 up to date", new Firm().Account().Engagement(updated: "2026-08-01").Only("psa-current", Day).Remedy);
        Assert.Equal("bring the record of O1 up to date", Northwind().Opportunity("crm", updated: "2026-08-01").Only("opportunities-moving", Day).Remedy);
    }

    [Fact]
    public void A_team_without_anybody_needs_somebody() => Turns("assign somebody to the partner team and corporate team of A1",
        Northwind(importance: "strategic").Assigned("P1", "core").Assigned("P1", "extended"), f => f.Assigned("P1", "partner").Assigned("P1", "corporate"), "account-team-layers");

    [Fact]
    public void Entries_without_a_value_are_named_by_person_and_week()
    {
        Finding finding = Northwind().Worked("2026-08-03").Worked("2026-08-04").Worked("2026-08-11", person: "P2").Only("burn-in-budget", Day);
        Assert.Equal("Engagement Portal rebuild (E1): cannot be judged: billable entries have no value, those of P1 in week 2026-W32 and P2 in week 2026-W33.", finding.Message);
        Assert.Equal("give the value of these entries in time.csv", finding.Remedy);
    }

    [Fact]
    public void The_system_that_is_alone_needs_what_the_others_say()
    {
        Firm Led(string psa, string? crm, string ledger) => (crm is null ? Northwind() : Northwind().Assigned(crm, "account lead", system: "crm"))
            .Assigned(psa, "account lead", system: "psa").Assigned(ledger, "account lead", system: "ledger");
        Assert.Equal("name P1 alone as account lead in the CRM, as in the PSA and the ledger", Led("P1", "P2", "P1").Only("lead-agrees", Day).Remedy);
        Assert.Equal("name P1 alone as account lead in the CRM, as in the PSA and the ledger", Led("P1", null, "P1").Only("lead-agrees", Day).Remedy);
        Assert.Equal("name P1 alone as account lead in the CRM and the ledger, as in the PSA, or correct the PSA", Led("P1", "P2", "P3").Only("lead-agrees", Day).Remedy);
        Assert.Equal("name the account lead in the PSA, the CRM and the ledger", Northwind().Only("lead-agrees", Day).Remedy);
    }

    [Fact]
    public void A_field_needs_the_value_of_the_other_system_and_a_blank_is_no_example()
    {
        Assert.Equal("set the value in the PSA to £1.00, as in the CRM, or correct the CRM", Northwind().Opportunity("crm", pence: 100).Opportunity("psa", pence: 200).Only("opportunities-agree", Day).Remedy);
        Assert.Equal("set the stage in the CRM to won, as in the PSA, or correct the PSA", Northwind().Opportunity("crm", stage: "").Opportunity("psa", stage: "won").Only("opportunities-agree", Day).Remedy);
    }

    [Fact]
    public void A_record_that_is_missing_needs_to_be_entered_in_the_words_of_the_system_that_lacks_it()
    {
        Firm Known(string system, string stage) => new Firm { Policy = Policies.Shipped with { Stages = new Dictionary<string, string> { ["won"] = "signed" } } }.Account().Opportunity(system, stage: stage);
        Assert.Equal("enter it in the PSA with status open, stage signed and value £10,000.00, as in the CRM, or take it out there", Known("crm", "won").Only("opportunities-agree", Day).Remedy);
        Assert.Equal("enter it in the CRM with status open, stage won and value £10,000.00, as in the PSA, or take it out there", Known("psa", "signed").Only("opportunities-agree", Day).Remedy);
    }

    [Fact]
    public void What_is_done_of_each_kind_of_item_has_its_own_word()
    {
        Firm firm = Northwind().Owed("escalation", raised: "2026-09-01").Owed("open role", due: "2026-09-10").Owed("milestone", due: "2026-09-01").Owed("action", due: "2026-09-01");
        string[] Said(string measure) => firm.Only(measure, Day) is var f ? [f.Message.Split(": ")[1].Split(';')[0], f.Remedy!] : [];
        Assert.Equal(["not acknowledged", "acknowledge escalation T1, and record the day"], Said("escalations-answered"));
        Assert.Equal(["not filled", "fill open role T1, and record the day"], Said("open-roles"));
        Assert.Equal(["not reached", "reach milestone T1, and record the day"], Said("milestones-met"));
        Assert.Equal(["not done", "do action T1, and record the day"], Said("risk-actions"));
    }
}
