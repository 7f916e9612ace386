using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>On 1 July 2026 the four weeks are 1 to 28 June: 20 working days, 160 hours of a full week's 40.</summary>
public class UtilisationTests
{
    private const string Id = "utilisation";
    private const string Day = "2026-07-01";

    private static Firm Team(decimal? hours = 40) => new Firm().Account().Engagement().Person(hours: hours).Assigned("P1");

    private static decimal? Figure(Finding finding) => finding.Basis.Values(finding).Where(v => v.Name == Id).Select(v => v.Number).SingleOrDefault();

    [Theory]
    [InlineData(120, 75, Verdict.Met, null)]
    [InlineData(144, 90, Verdict.Met, null)]
    [InlineData(119.8, 74.9, Verdict.Breached, "too low")]
    [InlineData(144.2, 90.1, Verdict.Breached, "too high")]
    [InlineData(119.92, 75, Verdict.Met, null)]            // 74.95 rounds half up
    [InlineData(119.91, 74.9, Verdict.Breached, "too low")]
    [InlineData(144.08, 90.1, Verdict.Breached, "too high")] // 90.05 rounds half up
    [InlineData(0, 0, Verdict.Breached, "too low")]
    public void Both_bounds_are_within_and_the_figure_has_one_decimal(double billable, double figure, Verdict verdict, string? reason)
    {
        Finding finding = Team().Worked("2026-06-10", hours: 200, billable: (decimal)billable).Only(Id, Day);
        Assert.Equal((verdict, reason, (decimal?)figure, "A1", ""), (finding.Verdict, finding.Reason, Figure(finding), finding.Subject, finding.Occasion));
        Assert.Null(finding.Due);
    }

    [Theory]
    [InlineData("2026-05-31", 0)]
    [InlineData("2026-06-01", 50)]
    [InlineData("2026-06-28", 50)]
    [InlineData("2026-06-29", 0)]
    public void Only_hours_of_the_four_weeks_count(string worked, double figure) =>
        Assert.Equal((decimal)figure, Figure(Team().Worked(worked, hours: 80).Only(Id, Day)));

    [Theory]
    [InlineData("2026-06-28", 0)]  // on a Sunday its own week has not ended before the day
    [InlineData("2026-06-29", 50)]
    public void The_weeks_ended_before_the_day_judged(string day, double figure) =>
        Assert.Equal((decimal)figure, Figure(Team().Worked("2026-06-26", hours: 80).Only(Id, day)));

    [Fact]
    public void A_week_across_two_months_counts_whole() =>
        Assert.Equal(50m, Figure(Team().Worked("2026-07-01", hours: 40).Worked("2026-06-30", hours: 40).Only(Id, "2026-07-20")));

    [Fact]
    public void Decided_leave_and_days_outside_employment_are_not_available()
    {
        Assert.Equal(50m, Figure(Team().Absent("P1", "2026-06-15", "2026-06-28", "2026-05-01").Worked("2026-06-10", hours: 40).Only(Id, Day)));
        Assert.Equal(25m, Figure(Team().Absent("P1", "2026-06-15", "2026-06-28", null).Worked("2026-06-10", hours: 40).Only(Id, Day)));
        Assert.Equal(50m, Figure(new Firm().Account().Engagement().Person(from: "2026-06-08", to: "2026-06-19").Assigned("P1").Worked("2026-06-10", hours: 40).Only(Id, Day)));
    }

    [Fact]
    public void Only_the_days_of_the_assignment_are_available() =>
        Assert.Equal(50m, Figure(new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-06-08", to: "2026-06-19").Worked("2026-06-10", hours: 40).Only(Id, Day)));

    [Fact]
    public void A_bank_holiday_of_the_accounts_region_is_no_day()
    {
        // 15 June 2026 is a holiday in Scotland alone: 19 days of 8 hours.
        Firm firm = new Firm().Account(region: Domain.Time.Region.Scotland).Engagement().Person().Assigned("P1").Worked("2026-06-10", hours: 76);
        Assert.Equal(50m, Figure(firm.Only(Id, Day)));
    }

    [Fact]
    public void Two_accounts_share_the_hours_of_a_day_equally()
    {
        Firm firm = Team().Account("A2").Assigned("P1", account: "A2", from: "2026-06-15").Assigned("P1", "deputy", account: "A2", from: "2026-06-15").Worked("2026-06-10", hours: 60);
        // 10 days of 8 hours, 10 of 4: 120; and 40 for the other account.
        Assert.Equal([("A1", 50m), ("A2", 0m)], firm.Judge(Id, Day).Select(f => (f.Account.Value, Figure(f) ?? -1)));
    }

    [Fact]
    public void Hours_of_somebody_not_assigned_do_not_count() =>
        Assert.Equal(0m, Figure(Team().Person("P2").Worked("2026-06-10", hours: 80, person: "P2").Only(Id, Day)));

    // Assigned from Monday 8 to Sunday 21 June: 80 hours are available.
    [Theory]
    [InlineData("2026-06-07", 0)]
    [InlineData("2026-06-08", 50)]
    [InlineData("2026-06-20", 50)] // a Saturday of the assignment
    [InlineData("2026-06-21", 50)]
    [InlineData("2026-06-22", 0)]
    public void Hours_count_for_days_on_which_their_person_was_assigned(string worked, double figure) =>
        Assert.Equal((decimal)figure, Figure(new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-06-08", to: "2026-06-21").Worked(worked, hours: 40).Only(Id, Day)));

    [Fact]
    public void Part_time_hours_are_a_fifth_a_day() =>
        Assert.Equal(50m, Figure(Team(hours: 20).Worked("2026-06-10", hours: 40).Only(Id, Day)));

    [Fact]
    public void Nothing_available_is_nothing_to_measure_by()
    {
        Assert.Equal(Verdict.NotApplicable, new Firm().Account().Engagement().Only(Id, Day).Verdict);
        Assert.Equal(Verdict.NotApplicable, Team().Absent("P1", "2026-06-01", "2026-06-28", "2026-05-01").Only(Id, Day).Verdict);
        Assert.Equal(Verdict.NotApplicable, new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-06-29").Only(Id, Day).Verdict);
    }

    [Fact]
    public void An_assigned_person_whose_hours_nobody_knows_leaves_the_figure_incomplete()
    {
        Assert.Equal(Reasons.FigureIncomplete, Team(hours: null).Only(Id, Day).Reason);
        Assert.Equal(Reasons.FigureIncomplete, Team().Assigned("P9").Only(Id, Day).Reason);
    }

    [Fact]
    public void An_account_that_is_not_active_on_the_day_has_no_figure()
    {
        Assert.Empty(new Firm().Account(to: "2026-06-30").Judge(Id, Day));
        Assert.Single(new Firm().Account(to: Day).Judge(Id, Day));
        Assert.Empty(new Firm().Account(from: "2026-07-02").Judge(Id, Day));
    }

    [Fact]
    public void A_year_whose_holidays_nobody_knows_is_not_guessed() =>
        Assert.Equal(Reasons.HolidaysUnknown, Team().Only(Id, "2029-03-01").Reason);
}
