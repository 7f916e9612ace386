using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>From when to when an assignment holds, and whom it puts on the account: MEASURES, "On an account".</summary>
public class TenureTests
{
    private static AccountView View(Firm firm) => Views.Of(firm.Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0];

    private static Firm Northwind(string? account = null, string? engagement = null, string? person = null) => new Firm().Account(to: account).Engagement(to: engagement).Person(to: person);

    [Theory]
    [InlineData("2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-05-31")]
    [InlineData("2026-08-31", "2026-05-31", "2026-07-31", "2026-08-31", "2026-05-31")]
    [InlineData("2026-08-31", "2026-06-30", "2026-05-31", "2026-08-31", "2026-05-31")]
    [InlineData("2026-08-31", "2026-06-30", "2026-07-31", "2026-05-31", "2026-05-31")]
    [InlineData(null, null, null, null, null)]
    public void It_ends_at_the_earliest_of_its_own_end_the_persons_the_accounts_and_the_engagements(string? own, string? person, string? account, string? engagement, string? end) =>
        Assert.Equal(end, Assert.Single(View(Northwind(account, engagement, person).Assigned("P1", to: own, on: "E1")).Assignments).To?.Iso());

    [Fact]
    public void The_end_of_an_engagement_ends_only_what_names_it() =>
        Assert.Equal([null, "2026-05-31"], View(Northwind(engagement: "2026-05-31").Assigned("P1").Assigned("P1", on: "E1")).Assignments.Select(a => a.To?.Iso()).Order());

    [Theory]
    [InlineData("2026-05-31", 1)]
    [InlineData("2026-06-01", 0)]
    public void One_that_begins_after_that_is_left_out(string from, int left) =>
        Assert.Equal(left, View(Northwind(person: "2026-05-31").Assigned("P1", from: from)).Assignments.Count);

    [Theory]
    [InlineData(null, null, null, 1)]
    [InlineData("psa", null, null, 1)]
    [InlineData("crm", null, null, 0)]
    [InlineData("ledger", null, null, 0)]
    [InlineData("psa", "O1", null, 0)] // of a pursuit alone
    [InlineData("psa", "O1", "E1", 1)]
    public void Only_the_psa_puts_people_on_the_account_and_not_for_a_pursuit_alone(string? system, string? pursuit, string? engagement, int people)
    {
        AccountView view = View(Northwind().Assigned("P1", "sales lead", system: system, pursuit: pursuit, on: engagement));
        Assert.Equal((people, 1), (view.Assignments.Count, view.Roles.Count));
    }

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void On_the_day_on_which_another_begins_the_role_is_the_others_and_the_stay_goes_on(string next, bool isHandedOver)
    {
        AccountView view = View(Northwind().Person("P2").Assigned("P1", to: "2026-06-30").Assigned("P2", from: next));
        Assignment last = view.Assignments.Single(a => a.Person.Value == "P1");
        Assert.Equal((true, !isHandedOver), (last.Holds("2026-06-30".Day()), last.HasRoleOn("2026-06-30".Day())));
        Assert.True(last.HasRoleOn("2026-06-29".Day()));
    }

    [Fact]
    public void Another_role_place_or_system_takes_nothing_over_and_one_day_is_not_handed_over()
    {
        AccountView view = View(Northwind().Person("P2").Assigned("P1", "core", to: "2026-06-30").Assigned("P2", "partner", from: "2026-06-30").Assigned("P2", "core", from: "2026-06-30", on: "E1")
            .Assigned("P2", "core", from: "2026-06-30", system: "crm").Assigned("P1", "deputy", from: "2026-06-30", to: "2026-06-30").Assigned("P2", "deputy", from: "2026-06-30"));
        Assert.All(view.Roles, a => Assert.False(a.IsHandedOver));
    }
}
