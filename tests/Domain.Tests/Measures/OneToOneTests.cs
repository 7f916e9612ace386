using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>August 2026 has 20 working days in England: due on the 31st, at risk from the 24th.</summary>
public class OneToOneTests
{
    private const string Id = "one-to-one";

    private static Firm Team(string? from = "2026-08-01", string? to = null) => new Firm().Account().Engagement().Person().Assigned("P1", from: from, to: to);

    private static Finding August(Firm firm, string day) => firm.Judge(Id, day).Single(f => f is { Subject: "P1", Occasion: "2026-08" });

    [Theory]
    [InlineData("2026-08-23", Verdict.NotDue)]
    [InlineData("2026-08-24", Verdict.AtRisk)]
    [InlineData("2026-08-31", Verdict.AtRisk)]
    [InlineData("2026-09-01", Verdict.Breached)]
    public void A_month_without_one(string day, Verdict verdict)
    {
        Finding finding = August(Team(), day);
        Assert.Equal((verdict, "P1", "2026-08-31".Day()), (finding.Verdict, finding.Subject, finding.Due));
    }

    [Fact]
    public void It_counts_by_the_person_whoever_else_came_and_by_the_participants_where_no_person_is_named()
    {
        Assert.Equal(Verdict.Met, August(Team().Held(Id, "2026-08-31", person: "P1"), "2026-09-01").Verdict);
        Assert.Equal(Verdict.Breached, August(Team().Person("P2").Held(Id, "2026-08-05", by: ["P2", "P1"]), "2026-09-01").Verdict);
        Assert.Equal(Verdict.Met, August(Team().Person("P2").Assigned("P2", "account lead").Held(Id, "2026-08-05", by: ["P2", "P1"]), "2026-09-01").Verdict);
        Assert.Equal(Verdict.Breached, August(Team().Person("P2").Assigned("P2", "account lead").Held(Id, "2026-08-05", by: ["P1", "P2"], person: "P2"), "2026-09-01").Verdict);
        Assert.Equal(Verdict.Met, August(Team().Held(Id, "2026-08-05", by: ["stranger"], person: "P1"), "2026-09-01").Verdict);
        Assert.Equal(Verdict.Breached, August(Team().Held(Id, "2026-08-05", person: "P2"), "2026-09-01").Verdict);
        Assert.Equal(Verdict.MetLate, August(Team().Held(Id, "2026-09-01", person: "P1"), "2026-09-01").Verdict);
    }

    [Theory]
    [InlineData("P2", Verdict.Met)] // the people lead
    [InlineData("P3", Verdict.Met)] // the account lead of that day
    [InlineData("P4", Verdict.Breached)] // the account lead of the day before
    [InlineData("P1", Verdict.Breached)]
    public void Without_a_person_it_needs_the_account_lead_of_that_day_or_the_people_lead(string other, Verdict verdict)
    {
        Firm firm = new Firm().Account().Person(lead: "P2").Person("P2").Person("P3").Person("P4").Assigned("P1", from: "2026-08-01")
            .Assigned("P4", "account lead", to: "2026-08-05").Assigned("P3", "account lead", from: "2026-08-05");
        Assert.Equal(verdict, August(firm.Held(Id, "2026-08-05", by: ["P1", other]), "2026-09-01").Verdict);
    }

    [Theory]
    [InlineData("P2", "P3", Verdict.Breached)] // another account lead
    [InlineData("P2", "P2", Verdict.Met)]
    [InlineData("P1", "P3", Verdict.Breached)] // the person's own people lead
    public void Whoever_is_account_lead_needs_the_people_lead(string peopleLead, string other, Verdict verdict)
    {
        Firm firm = new Firm().Account().Person(lead: peopleLead).Person("P2").Person("P3").Assigned("P1", "account lead", from: "2026-08-01").Assigned("P3", "account lead", from: "2026-08-02");
        Assert.Equal(verdict, August(firm.Held(Id, "2026-08-05", by: ["P1", other]), "2026-09-01").Verdict);
    }

    [Fact]
    public void A_lost_role_may_be_that_of_the_lead_who_talked() => Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined),
        August(Team().Person("P2").Held(Id, "2026-08-05", by: ["P2", "P1"]).Lost(Sources.Roles, new() { Account = new("A1"), Person = new("P2"), Kind = "account lead" }), "2026-09-01") is var f ? (f.Verdict, f.Reason) : default);

    [Fact]
    public void Without_the_column_of_persons_nobody_knows_whose_talk_it_was()
    {
        Firm firm = Team().Person("P2").Assigned("P2", "account lead").Held(Id, "2026-08-05", by: ["P1", "P2"])
            .Source(Sources.Activities, r => r with { LackingColumns = r.LackingColumns.Add("person_id", "activities.csv lacks person_id") });
        Assert.Equal((Verdict.Unknown, Reasons.SourceRefused), August(firm, "2026-09-01") is var f ? (f.Verdict, f.Reason) : default);
    }

    [Fact]
    public void One_that_names_no_account_counts_for_each_account_of_the_person()
    {
        Firm firm = Team().Account("A2").Assigned("P1", from: "2026-08-01", account: "A2").Held(Id, "2026-08-05", person: "P1", account: null);
        Assert.Equal([Verdict.Met, Verdict.Met], firm.Judge(Id, "2026-08-31").Select(f => f.Verdict));
    }

    [Fact]
    public void One_on_another_account_counts_for_that_one_alone()
    {
        Firm firm = Team().Account("A2").Assigned("P1", from: "2026-08-01", account: "A2").Held(Id, "2026-08-05", person: "P1", account: "A2");
        Assert.Equal([("A1", Verdict.AtRisk), ("A2", Verdict.Met)], firm.Judge(Id, "2026-08-31").Select(f => (f.Account.Value, f.Verdict)));
    }

    [Fact]
    public void Only_months_on_every_day_of_which_the_person_is_assigned()
    {
        Assert.Empty(Team(from: "2026-08-02").Judge(Id, "2026-08-31"));
        Assert.Empty(Team(from: "2026-08-01", to: "2026-08-30").Judge(Id, "2026-09-01"));
        Assert.Equal(["2026-08"], Team(to: "2026-08-31").Judge(Id, "2026-09-01").Select(f => f.Occasion));
    }

    [Fact]
    public void The_current_month_counts_while_every_day_until_now_is_assigned()
    {
        Assert.Single(Team(to: "2026-08-10").Judge(Id, "2026-08-10"));
        Assert.Empty(Team(to: "2026-08-09").Judge(Id, "2026-08-10"));
    }

    [Fact]
    public void Assignments_that_follow_each_other_are_one_stretch_and_a_day_between_parts_them()
    {
        Assert.Single(Team(to: "2026-08-10").Assigned("P1", "technology lead", from: "2026-08-11", on: "E1").Judge(Id, "2026-08-31"));
        Assert.Empty(Team(to: "2026-08-10").Assigned("P1", from: "2026-08-12").Judge(Id, "2026-08-31"));
        Assert.Single(Team(from: null).Assigned("P1", from: "2026-08-11", to: "2026-08-12").Judge(Id, "2026-08-31"), f => f.Occasion == "2026-08");
    }

    [Fact]
    public void Five_days_there_are_enough()
    {
        // 24 to 28 August are five working days; the 31st is a bank holiday.
        Assert.Equal(Verdict.Breached, August(Team().Absent("P1", "2026-08-01", "2026-08-23", "2026-07-01"), "2026-09-01").Verdict);
        Assert.Equal(Verdict.NotApplicable, August(Team().Absent("P1", "2026-08-01", "2026-08-24", "2026-07-01"), "2026-09-01").Verdict);
    }

    [Fact]
    public void Leave_that_nobody_decided_or_only_later_pauses_nothing()
    {
        Assert.Equal(Verdict.Breached, August(Team().Absent("P1", "2026-08-01", "2026-08-31", null), "2026-09-01").Verdict);
        Assert.Equal(Verdict.Breached, August(Team().Absent("P1", "2026-08-01", "2026-08-31", "2026-09-02"), "2026-09-01").Verdict);
    }

    [Fact]
    public void Days_outside_employment_are_not_days_there() =>
        Assert.Equal(Verdict.NotApplicable, August(new Firm().Account().Person(from: "2026-08-25").Assigned("P1", from: "2026-08-01"), "2026-09-01").Verdict);

    [Fact]
    public void Leave_of_somebody_else_pauses_nothing() =>
        Assert.Equal(Verdict.Breached, August(Team().Absent("P2", "2026-08-01", "2026-08-31", "2026-07-01"), "2026-09-01").Verdict);

    [Fact]
    public void The_current_month_is_paused_by_leave_that_is_still_to_come() =>
        Assert.Equal(Verdict.NotApplicable, August(Team().Absent("P1", "2026-08-05", "2026-08-31", "2026-07-01"), "2026-08-04").Verdict);

    [Fact]
    public void A_booking_takes_the_risk_away() =>
        Assert.Equal(Verdict.NotDue, August(Team().Held(Id, "2026-08-28", Rung.Scheduled, person: "P1"), "2026-08-27").Verdict);
}
