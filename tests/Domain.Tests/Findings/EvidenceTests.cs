using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

/// <summary>What a finding carries beside its sentence: values, rows, money, the clock, the reading.</summary>
public class EvidenceTests
{
    private static Firm Northwind() => new Firm().Account(from: "2026-08-01").Engagement().Person();

    private static string[] Values(Finding finding) => [.. finding.Basis.Values(finding).Select(v => $"{v.Name} {v.Text}{v.Number}{v.Day?.Iso()}{v.Money}")];

    [Fact]
    public void A_late_invoice_shows_its_amounts_and_the_money_at_stake()
    {
        Finding finding = Northwind().Invoice(outstanding: 120_000, disputed: true).Only("no-aged-debt", "2026-09-14");
        Assert.Equal(["due date 2026-08-14", "not done paid", "amount £2,400.00", "outstanding £1,200.00", "disputed yes"], Values(finding));
        Assert.Equal(new Money(120_000, "GBP"), finding.Basis.AtStake(finding));
        Assert.Equal("INV-1", Assert.Single(finding.Basis.Rows(finding).Keys));
    }

    [Fact]
    public void A_month_not_invoiced_shows_what_is_to_reach_and_waits_for_the_rest()
    {
        Finding finding = Northwind().Worked("2026-08-03", pence: 100_000).Invoice(raised: "2026-09-01", period: "2026-08", net: 30_000).Only("invoice-raised", "2026-09-04");
        Assert.Equal(["month end 2026-08-31", "not done invoiced to 99 % of £1,000.00 (£300.00 so far)", "to reach £1,000.00", "reached £300.00"], Values(finding));
        Assert.Equal(new Money(70_000, "GBP"), finding.Basis.AtStake(finding));
    }

    [Fact]
    public void A_timesheet_counts_the_entries_that_wait() =>
        Assert.Contains("entries not approved 1", Values(Northwind().Worked("2026-09-01").Worked("2026-09-02", approved: "2026-09-03").Only("timesheets-approved", "2026-09-09")));

    [Fact]
    public void A_figure_shows_what_was_divided_by_what() =>
        Assert.Equal(["utilisation 62.5", "promised between 75 % and 90 %", "billable hours 100", "available hours 160"],
            Values(new Firm().Account().Engagement().Person().Assigned("P1").Worked("2026-06-10", hours: 100).Only("utilisation", "2026-07-01")));

    [Fact]
    public void A_cadence_shows_its_terms_and_its_days() =>
        Assert.Equal(["terms every month", "booked for 2026-08-27"], Values(Northwind().Held("service review", "2026-08-27", Rung.Accepted).Only("service-review", "2026-08-25")));

    [Fact]
    public void A_coverage_shows_who_holds_each_role_by_id() =>
        Assert.Equal(["delivery lead P1, P2", "technology lead "], Values(Northwind().Assigned("P2", "delivery lead").Assigned("P1", "delivery lead").Only("roles-filled", "2026-09-01")));

    [Fact]
    public void An_agreement_shows_each_system_and_the_value_at_stake()
    {
        Finding finding = Northwind().Opportunity("crm", pence: 100).Opportunity("psa", pence: 200).Only("opportunities-agree", "2026-09-01");
        Assert.Equal(["crm status open", "crm stage proposal", "crm value £1.00", "psa status open", "psa stage proposal", "psa value £2.00"], Values(finding));
        Assert.Equal((new Money(100, "GBP"), "O1"), (finding.Basis.AtStake(finding), finding.Basis.Rows(finding).Keys.Single()));
    }

    [Fact]
    public void What_is_met_has_no_failing_row_and_no_remedy()
    {
        Finding finding = Northwind().Assigned("P1", "account lead").Only("single-account-lead", "2026-09-01");
        Assert.Equal((0, null), (finding.Basis.Rows(finding).Keys.Length, finding.Basis.Remedy(finding)));
    }

    [Fact]
    public void The_clock_and_the_reading_stand_beside_the_finding()
    {
        Firm firm = new Firm().Account(region: Domain.Time.Region.Scotland).Engagement().Source(Sources.Roles, r => r with { Hash = "ab12", AsOf = "2026-08-31".Day() });
        Ground ground = firm.Only("single-account-lead", "2026-09-01").Ground;
        Assert.Equal(("Europe/London", "scotland 2019-2028", "2026-09-01".Day()), (ground.Zone, ground.Calendar, ground.Today));
        Assert.Contains(new ReadingUsed(Sources.Roles, "ab12", "2026-08-31".Day()), ground.Readings);
    }

    [Fact]
    public void Up_to_twenty_failing_rows_are_named_and_the_money_of_the_rest_is_counted_by_currency()
    {
        var rows = FailingRows.Of(Enumerable.Range(1, 24).Select(i => ($"R{i:D2}", (Money?)new Money(i, i % 2 == 0 ? "GBP" : "EUR"))).Reverse());
        Assert.Equal(("R01", "R20", 20, 4), (rows.Keys[0], rows.Keys[^1], rows.Keys.Length, rows.More));
        Assert.Equal([new Money(44, "EUR"), new Money(46, "GBP")], rows.MoneyOfMore.AsEnumerable());
    }

    [Fact]
    public void Twenty_failing_rows_leave_none_beyond_and_rows_without_money_are_counted_all_the_same()
    {
        Assert.Equal((20, 0), FailingRows.Of(Enumerable.Range(1, 20).Select(i => ($"R{i}", (Money?)null))) is var r ? (r.Keys.Length, r.More) : default);
        Assert.Equal((1, 0), FailingRows.Of(Enumerable.Range(1, 21).Select(i => ($"R{i}", (Money?)null))) is var m ? (m.More, m.MoneyOfMore.Length) : default);
        Assert.Empty(FailingRows.Of([]).Keys);
    }
}
