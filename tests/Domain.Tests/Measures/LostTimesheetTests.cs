using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>A week of which a row was lost, or every row: somebody still owes its approval, and still has until Tuesday 8 September.</summary>
public class LostTimesheetTests
{
    private const string Timesheets = "timesheets-approved", Expenses = "expenses-approved";

    private static Firm Team() => new Firm().Account().Engagement().Person();

    private static Named Row(string day, string person = "P1", string on = "E1") => new() { Person = new(person), Engagement = new(on), Day = day.Day() };

    [Theory]
    [InlineData("2026-09-06", Verdict.NotDue)]
    [InlineData("2026-09-08", Verdict.NotDue)]
    [InlineData("2026-09-09", Verdict.Unknown)]
    public void A_week_of_which_every_entry_was_lost_is_a_timesheet(string day, Verdict verdict)
    {
        Finding finding = Team().Lost(Sources.Time, Row("2026-09-01")).Only(Timesheets, day);
        Assert.Equal((verdict, "P1/E1", "2026-W36"), (finding.Verdict, finding.Subject, finding.Occasion));
        Assert.Equal(verdict == Verdict.Unknown ? Reasons.RowsQuarantined : null, finding.Reason);
    }

    [Fact]
    public void A_lost_entry_leaves_the_rest_of_its_week_in_doubt_and_other_weeks_alone()
    {
        Firm firm = Team().Worked("2026-09-01").Worked("2026-08-25").Lost(Sources.Time, Row("2026-09-06"));
        Assert.Equal([("2026-W35", Verdict.Breached), ("2026-W36", Verdict.Unknown)], firm.Judge(Timesheets, "2026-09-30").Select(f => (f.Occasion, f.Verdict)).Order());
    }

    [Fact]
    public void A_lost_entry_of_another_person_or_engagement_takes_nothing()
    {
        Firm firm = Team().Engagement("E2").Worked("2026-09-01").Lost(Sources.Time, Row("2026-09-01", person: "P2")).Lost(Sources.Time, Row("2026-09-01", on: "E2"));
        Assert.Equal(Verdict.Breached, firm.Judge(Timesheets, "2026-09-30").Single(f => f.Subject == "P1/E1").Verdict);
    }

    [Fact]
    public void A_week_that_was_wholly_approved_stays_met_whatever_else_was_lost() =>
        Assert.Equal(Verdict.Met, Team().Worked("2026-09-01", approved: "2026-09-02").Lost(Sources.Time, Row("2026-09-01")).Only(Timesheets, "2026-09-30").Verdict);

    [Fact]
    public void An_entry_lost_after_the_day_judged_is_not_known() =>
        Assert.Empty(Team().Lost(Sources.Time, Row("2026-09-09")).Judge(Timesheets, "2026-09-08"));

    [Theory]
    [InlineData("2026-09-08", Verdict.NotDue)]
    [InlineData("2026-09-09", Verdict.Unknown)]
    public void A_lost_expense_is_in_doubt_once_it_would_be_late(string day, Verdict verdict)
    {
        Firm firm = Team().Lost(Sources.Expenses, new() { Id = "X7", Account = new("A1"), Engagement = new("E1"), Day = "2026-09-02".Day() });
        Assert.Equal((verdict, "X7", "2026-W36"), firm.Only(Expenses, day) is var f ? (f.Verdict, f.Subject, f.Occasion) : default);
    }

    [Fact]
    public void A_lost_expense_that_gives_no_day_is_in_doubt_at_once() =>
        Assert.Equal((Reasons.RowsQuarantined, ""), Team().Lost(Sources.Expenses, new() { Id = "X7", Engagement = new("E1") }).Only(Expenses, "2026-09-01") is var f ? (f.Reason, f.Occasion) : default);
}
