using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>On the account from Tuesday 1 September 2026 until Wednesday the 30th.</summary>
public class PeopleComeAndGoTests
{
    private static Firm Joined() => new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-09-01", to: "2026-09-15").Assigned("P1", on: "E1", from: "2026-09-10", to: "2026-09-30");

    private static Firm Prepared(Firm firm, string? last) => firm.Owed("checks", done: "2026-08-10", person: "P1", id: "C1").Owed("clearance", done: "2026-08-20", person: "P1", account: null, id: "C2").Owed("equipment", done: last, person: "P1", id: "C3");

    [Theory]
    [InlineData("2026-09-01", Verdict.NotDue)]
    [InlineData("2026-09-02", Verdict.Breached)]
    public void Who_joins_is_prepared_by_the_start(string day, Verdict verdict)
    {
        Finding finding = Prepared(Joined(), null).Only("onboarded", day);
        Assert.Equal((verdict, "P1", "2026-09-01"), (finding.Verdict, finding.Subject, finding.Occasion));
    }

    [Theory]
    [InlineData("2026-09-01", Verdict.Met)]
    [InlineData("2026-09-02", Verdict.MetLate)]
    public void All_three_must_be_done(string last, Verdict verdict) => Assert.Equal(verdict, Prepared(Joined(), last).Only("onboarded", "2026-09-10").Verdict);

    [Fact]
    public void What_is_done_for_somebody_else_or_for_another_account_is_not_done()
    {
        Firm firm = Joined().Account("A2").Owed("checks", done: "2026-08-10", person: "P2", id: "C1").Owed("clearance", done: "2026-08-10", person: "P1", id: "C2", account: "A2").Owed("equipment", done: "2026-08-10", person: "P1", id: "C3");
        Assert.Contains("not checked or cleared", firm.Only("onboarded", "2026-09-10").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-07", null, Verdict.NotDue)]
    [InlineData("2026-10-08", null, Verdict.Breached)]
    [InlineData("2026-10-08", "2026-10-07", Verdict.Met)]
    [InlineData("2026-10-08", "2026-10-08", Verdict.MetLate)]
    [InlineData("2026-10-08", "2026-08-31", Verdict.Met)] // before the only stay
    public void Who_leaves_is_offboarded_within_5_working_days(string day, string? done, Verdict verdict) =>
        Assert.Equal((verdict, "2026-09-30"), Joined().Owed("offboarding", done: done, person: "P1").Only("offboarded", day) is var f ? (f.Verdict, f.Occasion) : default);

    [Theory]
    [InlineData("2026-03-31", true, false)] // within the first stay
    [InlineData("2026-04-01", true, false)] // between the two
    [InlineData("2026-08-31", true, false)]
    [InlineData("2026-09-01", false, true)] // within the second
    [InlineData("2026-12-01", false, true)] // after the last
    public void An_offboarding_is_of_the_stay_in_which_its_date_lies_or_of_the_one_before(string dated, bool first, bool second) =>
        Assert.Equal([first, second], IsDone("offboarding", "offboarded", dated));

    [Theory]
    [InlineData("2025-12-01", true, false)] // before both
    [InlineData("2026-03-31", true, false)]
    [InlineData("2026-04-01", false, true)] // between the two
    [InlineData("2026-09-30", false, true)]
    [InlineData("2026-12-01", false, true)] // after the last
    public void A_step_is_of_the_stay_in_which_its_date_lies_or_of_the_next(string dated, bool first, bool second)
    {
        Assert.Equal([first, second], IsDone("equipment", "onboarded", dated));
        Assert.Equal([first, second], IsDone("equipment", "onboarded", null, done: dated));
    }

    private static bool[] IsDone(string kind, string measure, string? dated, string done = "2026-12-02")
    {
        Firm firm = new Firm().Account().Person().Assigned("P1", from: "2026-01-05", to: "2026-03-31").Assigned("P1", from: "2026-09-01", to: "2026-09-30");
        foreach (string day in new[] { "2026-02-01", "2026-09-15" })
            firm.Owed("checks", raised: day, done: day, person: "P1", id: $"C {day}").Owed("clearance", raised: day, done: day, person: "P1", id: $"L {day}");
        return [.. firm.Owed(kind, raised: dated, done: done, person: "P1").Judge(measure, "2026-12-10").OrderBy(f => f.Occasion).Select(f => f.Verdict is Verdict.Met or Verdict.MetLate)];
    }

    [Theory]
    [InlineData("2026-09-04", "2026-09-07", 0)] // over a weekend
    [InlineData("2026-08-28", "2026-09-01", 0)] // and a bank holiday
    [InlineData("2026-09-03", "2026-09-07", 1)]
    public void Who_is_back_on_the_next_working_day_never_left(string to, string from, int left) => Assert.Equal(left,
        new Firm().Account().Engagement().Engagement("E2").Person().Assigned("P1", on: "E1", from: "2026-01-05", to: to).Assigned("P1", on: "E2", from: from).Judge("offboarded", "2026-12-01").Length);

    [Fact]
    public void An_assignment_that_ends_before_it_begins_is_no_coming_and_no_going()
    {
        Firm firm = Joined().Assigned("P1", from: "2026-12-01", to: "2026-09-30").Assigned("P2", from: "2026-09-10", to: "2026-09-09");
        Assert.Equal("2026-09-01", firm.Only("onboarded", "2027-01-01").Occasion);
        Assert.Equal("2026-09-30", firm.Only("offboarded", "2027-01-01").Occasion);
    }

    [Fact]
    public void Who_has_not_left_and_never_will_leaves_nothing_to_do() => Assert.Empty(new Firm().Account().Assigned("P1").Assigned("P2", to: "9999-12-31").Judge("offboarded", "2026-10-08"));

    [Theory]
    [InlineData("2026-08-31", null, Verdict.NotDue)]
    [InlineData("2026-09-01", null, Verdict.Breached)]
    [InlineData("2026-09-01", "2026-08-31", Verdict.Met)]
    [InlineData("2026-09-01", "2026-09-01", Verdict.MetLate)]
    public void Who_is_on_the_account_has_a_roll_off_plan_within_12_months(string day, string? made, Verdict verdict) => Assert.Equal(verdict,
        new Firm().Account().Person().Assigned("P1", from: "2025-08-31").Owed("roll-off plan", done: made, person: "P1").Only("roll-off-plan", day).Verdict);

    [Fact]
    public void Who_has_gone_needs_no_roll_off_plan_and_who_came_back_needs_another()
    {
        Assert.Empty(Joined().Judge("roll-off-plan", "2027-10-01"));
        Firm back = Joined().Assigned("P1", from: "2026-11-01").Owed("roll-off plan", done: "2026-09-20", person: "P1");
        Assert.Equal((Verdict.Breached, "2026-11-01"), back.Only("roll-off-plan", "2027-11-02") is var f ? (f.Verdict, f.Occasion) : default);
    }

    [Fact]
    public void A_lost_row_of_a_person_takes_that_persons_findings()
    {
        Firm firm = Joined().Person("P2").Assigned("P2", from: "2026-09-01").Lost(Sources.Items, new() { Id = "C1", Person = new("P1"), Kind = "checks" });
        Assert.Equal(["P1 Unknown", "P2 Breached"], firm.Judge("onboarded", "2026-09-10").Select(f => $"{f.Subject} {f.Verdict}").Order());
    }
}
