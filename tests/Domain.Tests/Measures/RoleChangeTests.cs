using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>P2 takes the lead of the account on Tuesday 1 September 2026: told by the 8th, handed over by the 15th.</summary>
public class RoleChangeTests
{
    private static Firm Changed(string? announced = null, string? handover = null, string until = "2026-08-31") => new Firm().Account().Engagement().Person("P1").Person("P2")
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
    [InlineData("2026-08-31", 1)]
    [InlineData("2026-10-02", 1)]
    [InlineData("2026-10-03", 0)] // no handover takes more than a month
    public void Who_came_before_may_stay_for_a_month_to_hand_over(string until, int changes) => Assert.Equal(changes, Changed(until: until).Judge("role-changes-told", "2026-12-01").Length);

    [Fact]
    public void The_first_to_hold_a_role_changes_nothing()
    {
        Assert.Empty(new Firm().Account().Assigned("P1", "account lead", from: "2026-09-01").Judge("role-changes-told", "2026-12-01"));
        Assert.Empty(new Firm().Account().Assigned("P1", "account lead", to: "2026-05-01").Assigned("P1", "account lead", from: "2026-09-01").Judge("role-changes-told", "2026-12-01"));
        Assert.Empty(new Firm().Account().Assigned("P1", "core", to: "2026-05-01").Assigned("P2", "account lead", from: "2026-09-01").Judge("role-changes-told", "2026-12-01"));
        Assert.Empty(new Firm().Account().Assigned("P1", "core", to: "2026-05-01", on: "E1").Assigned("P2", "core", from: "2026-09-01").Judge("role-changes-told", "2026-12-01"));
    }

    [Theory]
    [InlineData("2026-08-31", "2026-09-01", 1)]
    [InlineData("2026-08-28", "2026-08-31", 1)] // a Friday and the Monday
    [InlineData("2026-08-27", "2026-08-31", 2)]
    public void Who_goes_on_in_the_role_takes_it_from_nobody(string until, string renewed, int changes)
    {
        Firm firm = new Firm().Account().Assigned("P1", "account lead", to: "2025-12-31").Assigned("P2", "account lead", from: "2026-01-01", to: until).Assigned("P2", "account lead", from: renewed);
        Assert.Equal(changes, firm.Judge("role-changes-told", "2026-12-01").Length);
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
