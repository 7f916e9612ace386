using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>August is to be invoiced by 3 September; the timesheets of its last week are due on 2 September.</summary>
public class CausationTests
{
    private static Firm Worked(string day = "2026-08-26", string? approved = null, string person = "P1", string on = "E1") =>
        new Firm().Account().Engagement().Engagement("E2").Worked("2026-08-12", pence: 800_00, approved: "2026-08-18").Worked(day, pence: 800_00, approved: approved, person: person, on: on);

    [Fact]
    public void A_breach_says_what_it_is_late_because_of()
    {
        Finding late = Worked().Worked("2026-08-27", pence: 800_00, person: "P2").Only("invoice-raised", "2026-09-04");
        Assert.Equal(Verdict.Breached, late.Verdict);
        Assert.EndsWith("; late because 2 timesheets are not approved, due since 2 September 2026.", late.Message, StringComparison.Ordinal);
        Assert.Equal(["P1/E1 2026-W35", "P2/E1 2026-W35"], late.Cause!.Rows.Keys.AsEnumerable());
        Assert.Equal("2026-09-02".Day(), late.Cause.Since);
    }

    [Fact]
    public void What_is_at_risk_is_held_up() =>
        Assert.EndsWith("; held up because 1 timesheet is not approved, due since 2 September 2026.", Worked().Only("invoice-raised", "2026-09-03").Message, StringComparison.Ordinal);

    [Fact]
    public void The_clock_below_a_cause_keeps_running()
    {
        foreach (string day in new[] { "2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-10-01" })
        {
            Finding caused = Worked().Only("invoice-raised", day), free = Worked(approved: "2026-08-31").Only("invoice-raised", day);
            Assert.Equal((free.Verdict, free.Due), (caused.Verdict, caused.Due));
        }
    }

    [Theory]
    [InlineData("2026-08-26", null, "P1", "E1", true)]
    [InlineData("2026-08-26", "2026-09-04", "P1", "E1", false)]
    [InlineData("2026-08-26", null, "P1", "E2", false)]
    [InlineData("2026-07-30", null, "P1", "E1", false)]
    public void A_cause_is_open_and_shares_the_engagement_and_a_day_of_the_month(string day, string? approved, string person, string on, bool caused) =>
        Assert.Equal(caused, Worked(day, approved, person, on).Judge("invoice-raised", "2026-09-04").Single(f => f is { Subject: "E1", Occasion: "2026-08" }).Cause is not null);

    [Fact]
    public void Of_a_week_in_two_months_the_days_not_approved_hold_up_their_own_month_alone()
    {
        Firm firm = new Firm().Account().Engagement().Worked("2026-09-28", pence: 800_00, approved: "2026-10-02").Worked("2026-10-01", pence: 800_00);
        var findings = firm.Judge("invoice-raised", "2026-11-06").ToDictionary(f => f.Occasion);
        Assert.Null(findings["2026-09"].Cause);
        Assert.NotNull(findings["2026-10"].Cause);
    }

    [Fact]
    public void An_invoice_waits_for_the_rest_of_its_month_to_be_invoiced()
    {
        Firm firm = Worked(approved: "2026-08-31").Invoice("INV-1", raised: "2026-09-02", due: "2026-09-10", total: 800_00, outstanding: 800_00, period: "2026-08")
            .Invoice("INV-2", raised: "2026-08-04", due: "2026-09-10", total: 800_00, outstanding: 800_00, period: "2026-07");
        var findings = firm.Judge("no-aged-debt", "2026-10-20").ToDictionary(f => f.Subject);
        Assert.EndsWith("; late because 1 billable month is not invoiced in full, due since 3 September 2026.", findings["INV-1"].Message, StringComparison.Ordinal);
        Assert.Null(findings["INV-2"].Cause);
    }

    [Fact]
    public void What_is_met_waits_for_nothing() =>
        Assert.Null(Worked().Invoice("INV-1", raised: "2026-09-01", due: "2026-10-01", total: 1600_00, period: "2026-08").Only("invoice-raised", "2026-09-04").Cause);

    [Theory]
    [InlineData("timesheets-approved", "invoice-raised")]
    [InlineData("invoice-raised", "timesheets-approved")]
    public void It_does_not_matter_which_of_the_two_is_judged_first(string first, string second)
    {
        Firm firm = Worked().Worked("2026-08-27", pence: 800_00, person: "P2");
        AccountView view = Views.Of(firm.Snapshot("2026-09-04".Day()), firm.Policy, "2026-09-04".Day())[0];
        var judged = new[] { first, second }.ToDictionary(id => id, id => Evaluation.Judge(view, firm.Policy.ById[id]).ToArray());
        Assert.Equal(Told(firm.Judge("invoice-raised", "2026-09-04")), Told(judged["invoice-raised"]));
        Assert.Equal(Told(firm.Judge("timesheets-approved", "2026-09-04")), Told(judged["timesheets-approved"]));
        Assert.Equal(2, judged["invoice-raised"].Single(f => f.Cause is not null).Cause!.Rows.Keys.Length);
    }

    [Fact]
    public void A_measure_comes_behind_all_that_it_waits_for()
    {
        string[] order = [.. Policies.Shipped.CausesFirst.Select(m => m.Id)];
        Assert.Equal(Policies.Shipped.Measures.Select(m => m.Id).Order(), order.Order());
        Measure[] waiting = [.. Policies.Shipped.Measures.Where(m => m.CausedBy is not null)];
        Assert.Contains(waiting, m => waiting.Any(other => other.CausedBy == m.Id));
        Assert.All(waiting, m => Assert.True(Array.IndexOf(order, m.CausedBy) < Array.IndexOf(order, m.Id), m.Id));
    }

    private static string[] Told(IEnumerable<Finding> findings) => [.. findings.Select(f => $"{f.Subject} {f.Occasion} {f.Verdict} {f.Message}")];
}
