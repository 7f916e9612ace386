using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>On 10 September 2026 the invoices due from 10 March to 9 September count.</summary>
public class PaidOnTimeTests
{
    private const string Id = "invoice-paid-on-time";
    private const string Day = "2026-09-10";

    private static Firm Northwind => new Firm().Account().Engagement();

    private static Firm Paid(int inTime, int late)
    {
        Firm firm = Northwind;
        for (int i = 0; i < inTime + late; i++)
            firm.Invoice($"I{i:D2}", outstanding: 0, paid: i < inTime ? "2026-08-14" : "2026-08-15");
        return firm;
    }

    private static decimal? Value(Finding finding, string name) => finding.Values.Where(v => v.Name == name).Select(v => v.Number).SingleOrDefault();

    [Theory]
    [InlineData(9, 1, Verdict.Met)]
    [InlineData(18, 2, Verdict.Met)]
    [InlineData(17, 2, Verdict.Breached)] // 89.5 %
    [InlineData(0, 1, Verdict.Breached)]
    public void Nine_of_ten_are_enough_and_the_due_day_is_in_time(int inTime, int late, Verdict verdict) =>
        Assert.Equal((verdict, verdict == Verdict.Met ? null : "too low"), Paid(inTime, late).Only(Id, Day) is var f ? (f.Verdict, f.Reason) : default);

    [Theory]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-09-09", true)]
    [InlineData("2026-09-10", false)] // it may still be paid in time
    public void Only_what_was_due_within_six_months_counts(string due, bool counts) =>
        Assert.Equal(counts ? Verdict.Breached : Verdict.NotApplicable, Northwind.Invoice(raised: "2026-02-01", due: due).Only(Id, Day).Verdict);

    // 31 August 2026 is a bank holiday in England, after a weekend.
    [Theory]
    [InlineData("2026-08-29", "2026-09-01", Verdict.Met)]
    [InlineData("2026-08-31", "2026-09-01", Verdict.Met)]
    [InlineData("2026-08-31", "2026-09-02", Verdict.Breached)]
    [InlineData("2026-08-28", "2026-09-01", Verdict.Breached)]
    public void Due_on_a_day_that_is_no_working_day_is_due_on_the_next_one(string due, string paid, Verdict verdict) =>
        Assert.Equal(verdict, Northwind.Invoice(due: due, outstanding: 0, paid: paid).Only(Id, Day).Verdict);

    [Theory]
    [InlineData("2026-09-05", "2026-09-07", false)] // Saturday: it may still be paid on Monday
    [InlineData("2026-09-05", "2026-09-08", true)]
    [InlineData("2026-02-28", "2026-09-02", true)] // Saturday: its Monday is the first day of the window
    [InlineData("2026-02-28", "2026-09-03", false)]
    [InlineData("2026-02-27", "2026-09-02", false)]
    public void The_next_working_day_is_the_one_that_the_window_goes_by(string due, string day, bool counts) =>
        Assert.Equal(counts ? Verdict.Breached : Verdict.NotApplicable, Northwind.Invoice(raised: "2026-02-01", due: due).Only(Id, day).Verdict);

    [Fact]
    public void Paid_in_time_with_something_outstanding_is_not_paid() =>
        Assert.Equal(Verdict.Breached, Northwind.Invoice(outstanding: 1, paid: "2026-08-01", state: "paid").Only(Id, Day).Verdict);

    [Fact]
    public void A_draft_a_void_and_a_credit_note_are_none()
    {
        Firm firm = Paid(1, 0).Invoice("D", state: "draft").Invoice("V", state: "void").Invoice("C", total: -5);
        Assert.Equal(100m, Value(firm.Only(Id, Day), "share paid on time"));
    }

    [Fact]
    public void What_is_closed_on_a_day_that_nobody_gives_is_on_neither_side()
    {
        Assert.Equal(50m, Value(Paid(1, 1).Invoice("U", outstanding: 0).Only(Id, Day), "share paid on time"));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Northwind.Invoice("U", outstanding: 0).Only(Id, Day) is var f ? (f.Verdict, f.Reason) : default);
    }

    [Fact]
    public void Without_a_due_date_nobody_knows_what_is_late()
    {
        Assert.Equal(Reasons.FigureIncomplete, Paid(1, 0).Invoice("N", due: null).Only(Id, Day).Reason);
        Assert.Null(Paid(1, 0).Invoice("N", raised: "2026-03-09", due: null).Only(Id, Day).Reason);
    }

    [Fact]
    public void Days_sales_outstanding_and_their_trend_stand_beside_in_each_currency()
    {
        // £900 of £2,700 in the 90 days up to 10 September, tax included; £600 of £600 in those up to 12 June.
        Firm pounds = Northwind.Invoice("I1", raised: "2026-06-13", due: "2026-07-13", total: 270_000, net: 225_000, outstanding: 90_000).Invoice("CN", raised: "2026-06-13", total: -270_000, outstanding: 0, paid: "2026-06-13")
            .Invoice("I0", raised: "2026-06-12", due: "2026-07-12", total: 60_000, outstanding: 0, paid: "2026-07-01");
        Finding finding = pounds.Only(Id, Day);
        Assert.Equal((30m, 90m, -60m),
            (Value(finding, "days sales outstanding"), Value(finding, "days sales outstanding 90 days before"), Value(finding, "days sales outstanding: trend")));

        Finding both = pounds.Invoice("I2", raised: "2026-08-01", currency: "EUR", outstanding: 0, paid: "2026-08-02").Only(Id, Day);
        Assert.Equal((0m, 30m), (Value(both, "days sales outstanding in EUR"), Value(both, "days sales outstanding in GBP")));
    }

    [Fact]
    public void What_is_late_is_named_with_what_is_outstanding()
    {
        Finding finding = Northwind.Invoice("I1", outstanding: 5).Invoice("I2", outstanding: 0, paid: "2026-08-20").Only(Id, Day);
        Assert.Equal(["I1", "I2"], finding.Basis.Rows(finding).Keys.AsEnumerable());
        Assert.Equal("Account Northwind (A1): the share paid on time from 10 March 2026 to 9 September 2026 is 0 % (paid by the due date: 0 of 2 invoices due); promised is at least 90 %.", finding.Message);
    }
}
