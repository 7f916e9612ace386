using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>P2 takes the lead of the account on Tuesday 1 September 2026: told by the 8th, handed over by the 15th.</summary>
public class RoleChangeTests
{
    private static Firm Changed(string? announced = null, string? handover = null, string until = "2026-08-31") => new Firm().Account(from: "2026-01-01").Engagement().Person("P1").Person("P2")
        .Assigned("P1", "account lead", from: "2026-01-01", to: until, system: "psa").Assigned("P2", "account lead", from: "2026-09-01", system: "psa", announced: announced, handover: handover);

    [Theory]
    [InlineData("role-changes-told", "2026-09-08")]
    [InlineData("lead-handover", "2026-09-15")]
    public void It_is_kept_on_the_day_it_is_due_and_broken_on_the_day_after(string measure, string due)
    {
        string after = due.Day().PlusDays(1).Iso();
        Assert.Equal((Verdict.NotDue, "P2/account lead", "2026-09-01"), Changed().Only(measure, due) is var f ? (f.Verdict, f.Subject, f.Occasion) : default);
        Assert.Equal(Verdict.Breached, Changed().Only(measure, after).Verdict);
        Assert.Equal(Verdict.Met, Changed(due, due).Only(measure, after).Verdict);
        Assert.Equal(Verdict.MetLate, Changed(after, after).Only(measure, after).Verdict);
        Assert.Equal(Verdict.Breached, Changed(after.Day().PlusDays(1).Iso(), after.Day().PlusDays(1).Iso()).Only(measure, after).Verdict);
    }

    [Theory]
    [InlineData("2026-07-31", 0)]
    [InlineData("2026-08-01", 1)] // 31 days before
    [InlineData("2026-08-31", 1)]
    [InlineData("2026-10-02", 1)] // 31 days after
    [InlineData("2026-10-03", 0)]
    public void A_lead_is_handed_over_by_another_who_ends_within_31_days(string until, int changes) => Assert.Equal(changes, Changed(until: until).Judge("lead-handover", "2026-12-01").Length);

    [Fact]
    public void The_first_lead_another_role_and_another_place_hand_nothing_over()
    {
        Assert.Empty(new Firm().Account().Assigned("P1", "account lead", from: "2026-09-01").Judge("lead-handover", "2026-12-01"));
        Assert.Empty(new Firm().Account().Assigned("P1", "account lead", from: "2026-09-01", to: "2026-09-10").Assigned("P2", "account lead", from: "2026-09-01").Judge("lead-handover", "2026-12-01"));
        Assert.Empty(new Firm().Account().Assigned("P1", "core", to: "2026-08-31").Assigned("P2", "account lead", from: "2026-09-01").Judge("lead-handover", "2026-12-01"));
        Assert.Empty(new Firm().Account().Assigned("P1", "account lead", to: "2026-08-31", on: "E1").Assigned("P2", "account lead", from: "2026-09-01").Judge("lead-handover", "2026-12-01"));
    }

    [Fact]
    public void A_lead_who_leaves_the_firm_hands_over_though_the_row_is_open() => Assert.Equal("P2/account lead",
        new Firm().Account().Person(to: "2026-08-31").Person("P2").Assigned("P1", "account lead").Assigned("P2", "account lead", from: "2026-09-01").Only("lead-handover", "2026-12-01").Subject);

    [Theory]
    [InlineData("2026-01-01", null, 0)]
    [InlineData("2026-01-02", null, 1)]
    [InlineData("2026-03-01", "E1", 0)] // of an engagement its own first day counts
    [InlineData("2026-03-02", "E1", 1)]
    public void What_begins_after_the_first_day_of_the_account_or_the_engagement_is_told(string from, string? on, int told) => Assert.Equal(told,
        new Firm().Account(from: "2026-01-01").Engagement(from: "2026-03-01").Assigned("P1", "delivery consultant", from: from, on: on).Judge("role-changes-told", "2026-12-01").Length);

    [Fact]
    public void A_sales_lead_of_a_pursuit_alone_is_not_told_and_of_an_engagement_is()
    {
        Assert.Empty(new Firm().Account().Assigned("P1", "sales lead", from: "2026-09-01", pursuit: "O1").Judge("role-changes-told", "2026-12-01"));
        Assert.Single(new Firm().Account().Engagement().Assigned("P1", "sales lead", from: "2026-09-01", pursuit: "O1", on: "E1").Judge("role-changes-told", "2026-12-01"));
        Assert.Single(new Firm().Account().Assigned("P1", "sales lead", from: "2026-09-01").Judge("role-changes-told", "2026-12-01"));
    }

    [Theory]
    [InlineData("2026-08-31", "2026-09-01", 1)]
    [InlineData("2026-08-28", "2026-08-31", 1)] // a Friday and the Monday
    [InlineData("2026-08-27", "2026-08-31", 2)]
    public void One_that_continues_the_same_persons_role_is_no_start(string until, string renewed, int starts)
    {
        Firm firm = new Firm().Account().Assigned("P1", "account lead", to: "2025-12-31").Assigned("P2", "account lead", from: "2026-01-01", to: until).Assigned("P2", "account lead", from: renewed);
        Assert.Equal(starts, firm.Judge("role-changes-told", "2026-12-01").Length);
    }

    [Fact]
    public void Only_the_lead_records_a_handover_and_other_systems_say_nothing()
    {
        Firm firm = new Firm().Account().Engagement().Assigned("P1", "delivery lead", to: "2026-08-31", on: "E1").Assigned("P2", "delivery lead", from: "2026-09-01", on: "E1")
            .Assigned("P1", "account lead", to: "2026-08-31", system: "crm").Assigned("P2", "account lead", from: "2026-09-01", system: "crm");
        Assert.Empty(firm.Judge("lead-handover", "2026-12-01"));
        Assert.Equal("P2/E1/delivery lead", firm.Only("role-changes-told", "2026-12-01").Subject);
    }

    [Fact]
    public void Equal_rows_are_one_change_told_when_the_first_of_them_says() =>
        Assert.Equal(Verdict.Met, Changed().Assigned("P2", "account lead", from: "2026-09-01", system: "psa", announced: "2026-09-02").Only("role-changes-told", "2026-12-01").Verdict);

    [Fact]
    public void A_day_that_could_not_be_read_blames_nobody() =>
        Assert.Equal(Reasons.RowsQuarantined, Changed().Lost(Sources.Roles, new() { Account = new("A1"), Person = new("P2"), Kind = "account lead" }, "announced_on").Only("role-changes-told", "2026-12-01").Reason);
}
