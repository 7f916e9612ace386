using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Each Cadence that rolls: met until the day it is due, breached on the day after, and the same from the subject's start on before the first activity.</summary>
public class RollingExamples
{
    public static TheoryData<string, string, string, string> Measures => new()
    {
        { "delivery-report", "delivery report", "2026-08-03", "2026-08-17" },
        { "plan-contributions", "plan contribution", "2026-05-31", "2026-08-31" },
        { "development-plan", "development plan", "2026-03-10", "2026-09-10" },
        { "risks-current", "risk review", "2026-08-03", "2026-08-17" },
        { "people-movements", "people movements", "2026-08-03", "2026-08-17" },
        { "stakeholder-coverage", "lunch", "2026-05-31", "2026-08-31" },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void It_is_kept_on_the_day_it_is_due_and_broken_on_the_day_after(string measure, string activity, string held, string due)
    {
        string after = due.Day().PlusDays(1).Iso();
        Firm once = Scene("2026-01-05").Held(activity, held, person: "P1", engagement: "E1", by: ["P1", "C1"]);
        Assert.Equal((Verdict.Met, due.Day()), Said(once, measure, due));
        Assert.Equal((Verdict.Breached, due.Day()), Said(once, measure, after));
        Assert.Equal((Verdict.NotDue, due.Day()), Said(Scene(held), measure, due));
        Assert.Equal((Verdict.Breached, due.Day()), Said(Scene(held), measure, after));
    }

    [Theory]
    [InlineData("2026-09-08", Verdict.Met)]
    [InlineData("2026-09-09", Verdict.Breached)]
    public void A_record_in_the_PSA_is_updated_every_7_days(string day, Verdict verdict) =>
        Assert.Equal(verdict, new Firm().Account().Engagement(updated: "2026-09-01").Only("psa-current", day).Verdict);

    [Theory]
    [InlineData("2026-09-30", Verdict.Met)]
    [InlineData("2026-10-01", Verdict.Breached)]
    public void An_open_opportunity_is_updated_every_30_days_in_any_system(string day, Verdict verdict)
    {
        Firm firm = new Firm().Account().Opportunity("crm", updated: "2026-08-01").Opportunity("psa", updated: "2026-08-31").Opportunity("crm", "O2", status: "lost", updated: "2026-01-01");
        Assert.Equal((verdict, "O1"), firm.Only("opportunities-moving", day) is var f ? (f.Verdict, f.Subject) : default);
    }

    [Fact]
    public void An_update_after_the_day_judged_hides_the_one_before_and_the_start_does_not_stand_in_for_it()
    {
        Assert.Equal(Reasons.AnchorMissing, new Firm().Account().Engagement(from: "2026-08-01", updated: "2026-09-11").Only("psa-current", "2026-09-10").Reason);
        Assert.Equal(Verdict.Met, new Firm().Account().Engagement(from: "2026-08-01", updated: "2026-09-11").Only("psa-current", "2026-09-11").Verdict);
        Assert.Equal(Reasons.AnchorMissing, new Firm().Account().Opportunity("crm", updated: "2026-09-11").Only("opportunities-moving", "2026-09-10").Reason);
    }

    [Theory]
    [InlineData("P1 P2", "2026-09-10", Verdict.Met)]
    [InlineData("P1 P2", "2026-09-11", Verdict.Breached)]
    [InlineData("P1", "2026-09-10", Verdict.Breached)]
    [InlineData("", "2026-09-10", Verdict.Met)]
    public void A_key_role_has_a_successor_who_is_named(string by, string day, Verdict verdict) => Assert.Equal(verdict,
        Lead().Held("succession plan", "2026-03-10", person: "P1", by: by.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Only("succession-plan", day).Verdict);

    [Fact]
    public void A_succession_never_planned_is_breached_from_the_day_after_the_role_was_taken()
    {
        Assert.Equal((Verdict.NotDue, "P1/account lead"), Lead().Only("succession-plan", "2026-03-01") is var f ? (f.Verdict, f.Subject) : default);
        Assert.Equal(Verdict.Breached, Lead().Only("succession-plan", "2026-03-02").Verdict);
        Finding ever = new Firm().Account().Person("P1").Assigned("P1", "delivery lead").Only("succession-plan", "2026-03-02");
        Assert.Equal((Verdict.Breached, null), (ever.Verdict, ever.Due));
        Assert.EndsWith("no review of the succession plan with somebody else named yet; one is due every 6 months.", ever.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("succession-plan", "succession plan", "P1/account lead")]
    [InlineData("development-plan", "development plan", "P1")]
    public void A_plan_is_its_persons_own_and_not_of_whoever_else_it_names(string measure, string activity, string subject)
    {
        Firm firm = Lead().Person("P2").Held(activity, "2026-09-01", person: "P2", by: ["P1", "P2"]);
        Assert.NotEqual(Verdict.Met, firm.Judge(measure, "2026-09-10").Single(f => f.Subject == subject).Verdict);
        Assert.Equal(Verdict.Met, firm.Held(activity, "2026-09-02", by: ["P1", "P2"]).Judge(measure, "2026-09-10").Single(f => f.Subject == subject).Verdict);
    }

    [Theory]
    [InlineData("2026-08-01", Verdict.NotDue, "2026-09-22")]
    [InlineData("2026-09-08", Verdict.Met, "2026-09-22")]
    [InlineData("2026-09-12", Verdict.Met, "2026-09-26")]
    public void What_happened_before_the_subject_began_keeps_nothing(string held, Verdict verdict, string due)
    {
        Firm firm = new Firm().Account().Owed("risk", raised: "2026-09-08", id: "R1").Held("risk review", held);
        Assert.Equal((verdict, due.Day()), Said(firm, "risks-current", "2026-09-15"));
    }

    [Fact]
    public void A_succession_planned_before_the_role_was_taken_was_not_never_planned_and_holds_for_6_months_of_it()
    {
        Firm firm = Lead().Held("succession plan", "2025-12-01", person: "P1", by: ["P1", "P2"]);
        Assert.Equal(Verdict.NotDue, firm.Only("succession-plan", "2026-09-01").Verdict);
        Assert.Equal(Verdict.Breached, firm.Only("succession-plan", "2026-09-02").Verdict);
    }

    [Fact]
    public void A_plan_of_whom_nobody_can_place_may_be_the_one_that_was_never_made()
    {
        Finding finding = Lead().Held("succession plan", "2025-12-01", person: "P1", by: ["P1", "P7"]).Only("succession-plan", "2026-03-10");
        Assert.Equal((Verdict.Unknown, Reasons.IdentityUnmatched), (finding.Verdict, finding.Reason));
    }

    [Theory]
    [InlineData("P1", Verdict.Met)]
    [InlineData("P2", Verdict.Breached)]
    public void The_lead_is_at_the_people_movements_meeting_whatever_account_it_names(string who, Verdict verdict) =>
        Assert.Equal(verdict, Lead().Held("people movements", "2026-09-01", by: ["P9", who], account: null).Only("people-movements", "2026-09-10").Verdict);

    [Theory]
    [InlineData("2026-09-10", "P1", Verdict.Met)]
    [InlineData("2026-09-11", "P1", Verdict.NotApplicable)] // nobody leads on the day judged
    [InlineData("2026-09-10", "", Verdict.Met)]
    public void The_lead_attends_while_there_is_one(string day, string by, Verdict verdict)
    {
        Finding finding = new Firm().Account().Person().Assigned("P1", "account lead", from: "2026-08-01", to: "2026-09-10")
            .Held("people movements", "2026-09-05", by: by.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Only("people-movements", day);
        Assert.Equal((verdict, verdict == Verdict.NotApplicable ? "nobody: account lead" : null), (finding.Verdict, finding.Reason));
    }

    [Theory]
    [InlineData("P2", Verdict.Met)] // the lead of that day
    [InlineData("P1", Verdict.Breached)] // the lead of the day before
    [InlineData("P3", Verdict.Met)] // one of two
    public void A_meeting_is_attended_by_somebody_who_leads_that_day(string who, Verdict verdict) => Assert.Equal(verdict,
        new Firm().Account().Person().Person("P2").Person("P3").Assigned("P1", "account lead", to: "2026-09-01").Assigned("P2", "account lead", from: "2026-09-01").Assigned("P3", "account lead")
            .Held("people movements", "2026-09-01", by: [who]).Only("people-movements", "2026-09-15").Verdict);

    [Fact]
    public void A_meeting_on_a_day_without_a_lead_keeps_nothing_even_where_it_names_nobody() => Assert.Equal(Verdict.Breached,
        new Firm().Account().Person().Assigned("P1", "account lead", to: "2026-08-31").Assigned("P1", "account lead", from: "2026-09-04").Held("people movements", "2026-09-02").Only("people-movements", "2026-09-15").Verdict);

    [Fact]
    public void A_lost_role_may_be_that_of_a_lead()
    {
        Named row = new() { Account = new("A1"), Person = new("P1"), Kind = "account lead" };
        Assert.Equal(Reasons.RowsQuarantined, new Firm().Account().Lost(Sources.Roles, row).Only("people-movements", "2026-09-15").Reason);
        Assert.Equal(Reasons.RowsQuarantined, Lead().Held("people movements", "2026-09-10", by: ["P2"]).Lost(Sources.Roles, row).Only("people-movements", "2026-09-15").Reason);
        Assert.Equal(Verdict.Met, Lead().Held("people movements", "2026-09-10", by: ["P1"]).Lost(Sources.Roles, row).Only("people-movements", "2026-09-15").Verdict);
    }

    [Fact]
    public void A_stakeholder_role_that_nobody_has_does_not_apply_and_without_the_contacts_nobody_knows()
    {
        Finding nobody = new Firm().Account().Contact("C1", role: "sponsor").Judge("stakeholder-coverage", "2026-09-10").Single(f => f.Subject == "finance");
        Assert.Equal((Verdict.NotApplicable, "nobody: finance", "Stakeholder role finance: does not apply: no contact of the account is finance."), (nobody.Verdict, nobody.Reason, nobody.Message));
        Assert.Equal(Reasons.SourceMissing, new Firm().Account().Without(Sources.Contacts).Only("stakeholder-coverage", "2026-09-10").Reason);
        Firm lost = new Firm().Account().Contact("C1", role: "sponsor").Lost(Sources.Contacts, new() { Id = "C2", Account = new("A1") });
        Assert.Equal(Reasons.RowsQuarantined, lost.Judge("stakeholder-coverage", "2026-09-10").Single(f => f.Subject == "finance").Reason);
    }

    [Fact]
    public void The_contacts_to_meet_are_named_by_id_and_stakeholder_role() => Assert.Equal("meet C1 (sponsor) or C2 (sponsor), and record it",
        new Firm().Account().Contact("C1", role: "sponsor").Contact("C2", role: "sponsor").Judge("stakeholder-coverage", "2026-09-10").Single(f => f.Subject == "sponsor").Remedy);

    [Fact]
    public void A_stakeholder_role_is_met_through_any_of_its_people_and_no_other()
    {
        Firm firm = new Firm().Account().Contact("C1", role: "sponsor").Contact("C2", role: "sponsor").Contact("C3", role: "finance").Contact("C4", role: "gardener")
            .Held("service review", "2026-09-01", by: ["C2"]).Held("service review", "2026-09-02", by: ["customer"]).Held("retrospective", "2026-09-03");
        Assert.Equal(
            ["executive NotApplicable", "finance Breached", "head of department NotApplicable", "procurement NotApplicable", "product owner NotApplicable", "sponsor Met"],
            firm.Judge("stakeholder-coverage", "2026-09-10").Select(f => $"{f.Subject} {f.Verdict}").Order());
    }

    [Fact]
    public void A_review_of_the_accounts_risks_is_one_of_each_and_one_of_another_engagement_is_not()
    {
        Firm firm = new Firm().Account().Engagement().Engagement("E2").Owed("risk", raised: "2026-08-01", on: "E1", id: "K1");
        Assert.Equal(Verdict.Met, firm.Held("risk review", "2026-09-05").Only("risks-current", "2026-09-10").Verdict);
        Firm other = new Firm().Account().Engagement().Engagement("E2").Owed("risk", raised: "2026-08-01", on: "E1", id: "K1").Held("risk review", "2026-09-05", engagement: "E2");
        Assert.Equal(Verdict.Breached, other.Only("risks-current", "2026-09-10").Verdict);
    }

    /// <summary>Of the one subject; a stakeholder role that nobody has is not meant.</summary>
    private static (Verdict, NodaTime.LocalDate?) Said(Firm firm, string measure, string day) =>
        Assert.Single(firm.Judge(measure, day), f => f.Case.Contacts is not []) is var f ? (f.Verdict, f.Due) : default;

    private static Firm Lead() => new Firm().Account().Person("P1").Person("P2").Person("P9").Assigned("P1", "account lead", from: "2026-03-01");

    private static Firm Scene(string from) => new Firm().Account(from: from, importance: "strategic").Engagement(from: from).Person("P1").Contact("C1", role: "sponsor")
        .Assigned("P1", "core", from: from).Assigned("P1", "account lead", from: from).Owed("risk", raised: from, on: "E1");
}
