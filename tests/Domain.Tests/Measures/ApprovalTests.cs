using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Week 2026-W36 ends on Sunday 6 September; 2 working days after it is Tuesday the 8th. Neither measure warns.</summary>
public class ApprovalTests
{
    private const string Timesheets = "timesheets-approved", Expenses = "expenses-approved";

    private static Firm Sheet(params string?[] approvals)
    {
        Firm firm = new Firm().Account().Engagement().Person();
        for (int i = 0; i < approvals.Length; i++)
            firm.Worked($"2026-09-0{1 + i}", approved: approvals[i]);
        return firm;
    }

    [Theory]
    [InlineData("2026-09-04", Verdict.NotDue)]
    [InlineData("2026-09-06", Verdict.NotDue)]
    [InlineData("2026-09-07", Verdict.NotDue)]
    [InlineData("2026-09-08", Verdict.NotDue)]
    [InlineData("2026-09-09", Verdict.Breached)]
    public void A_timesheet_that_nobody_approved(string day, Verdict verdict)
    {
        Finding finding = Sheet([null]).Only(Timesheets, day);
        Assert.Equal((verdict, "P1/E1", "2026-W36", "2026-09-08".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-09-07", Verdict.Met)]
    [InlineData("2026-09-08", Verdict.Met)]
    [InlineData("2026-09-09", Verdict.MetLate)]
    public void A_timesheet_is_done_on_its_latest_approval(string latest, Verdict verdict) =>
        Assert.Equal(verdict, Sheet("2026-09-02", latest, "2026-09-03").Only(Timesheets, "2026-09-30").Verdict);

    [Fact]
    public void One_entry_not_approved_keeps_the_whole_timesheet_open() =>
        Assert.Equal(Verdict.Breached, Sheet("2026-09-02", null).Only(Timesheets, "2026-09-09").Verdict);

    [Fact]
    public void A_week_that_has_not_ended_is_not_due_even_when_all_of_it_is_approved() =>
        Assert.Equal(Verdict.NotDue, Sheet("2026-09-02").Only(Timesheets, "2026-09-06").Verdict);

    [Fact]
    public void A_week_across_two_months_is_one_timesheet()
    {
        Firm firm = new Firm().Account().Engagement().Worked("2026-09-30", approved: "2026-10-05").Worked("2026-10-01");
        Finding finding = firm.Only(Timesheets, "2026-10-07");
        Assert.Equal(("2026-W40", Verdict.Breached), (finding.Occasion, finding.Verdict));
    }

    [Fact]
    public void Each_person_engagement_and_week_is_a_timesheet()
    {
        Firm firm = Sheet([null]).Engagement("E2").Worked("2026-09-01", on: "E2").Worked("2026-09-01", person: "P2").Worked("2026-08-28");
        Assert.Equal(4, firm.Judge(Timesheets, "2026-09-30").Select(f => (f.Subject, f.Occasion)).Distinct().Count());
    }

    [Fact]
    public void A_bank_holiday_moves_the_day_that_approval_is_due() =>
        Assert.Equal("2026-09-02".Day(), new Firm().Account().Engagement().Worked("2026-08-28").Only(Timesheets, "2026-08-31").Due);

    [Theory]
    [InlineData("2026-09-08", Verdict.NotDue)]
    [InlineData("2026-09-09", Verdict.Breached)]
    public void An_expense_that_nobody_approved(string day, Verdict verdict)
    {
        Finding finding = Sheet().Expense().Only(Expenses, day);
        Assert.Equal((verdict, "X1", "2026-W36", "2026-09-08".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-09-08", Verdict.Met)]
    [InlineData("2026-09-09", Verdict.MetLate)]
    public void An_expense_that_was_approved(string approved, Verdict verdict) =>
        Assert.Equal(verdict, Sheet().Expense(approved: approved).Only(Expenses, "2026-09-30").Verdict);

    [Fact]
    public void An_approval_after_the_day_judged_is_not_known() =>
        Assert.Equal(Verdict.Breached, Sheet().Expense(approved: "2026-09-10").Only(Expenses, "2026-09-09").Verdict);

    [Fact]
    public void An_expense_not_submitted_by_the_day_judged_is_not_there() =>
        Assert.Empty(Sheet().Expense("X1", submitted: null).Expense("X2", submitted: "2026-09-03").Judge(Expenses, "2026-09-02"));

    [Fact]
    public void A_week_whose_end_cannot_be_counted_from_is_unknown_once_it_has_ended_and_not_due_before()
    {
        Firm firm = new Firm().Account().Engagement().Worked("2028-12-29");
        Assert.Equal(Verdict.NotDue, firm.Only(Timesheets, "2028-12-31").Verdict);
        Assert.Equal(Reasons.HolidaysUnknown, firm.Only(Timesheets, "2029-01-05").Reason);
    }
}
