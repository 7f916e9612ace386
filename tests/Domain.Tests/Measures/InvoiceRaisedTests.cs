using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Month end 31 August 2026 (a bank holiday in England) + 3 working days = Thursday 3 September; at risk from the second.</summary>
public class InvoiceRaisedTests
{
    private const string Id = "invoice-raised";

    /// <summary>August is worth £1,000.00.</summary>
    private static Firm August() => new Firm().Account().Engagement().Worked("2026-08-03", pence: 60_000).Worked("2026-08-10", pence: 40_000);

    private static Finding On(Firm firm, string day) => firm.Only(Id, day);

    [Theory]
    [InlineData("2026-09-01", Verdict.NotDue)]
    [InlineData("2026-09-02", Verdict.AtRisk)]
    [InlineData("2026-09-03", Verdict.AtRisk)]
    [InlineData("2026-09-04", Verdict.Breached)]
    public void Nothing_invoiced(string day, Verdict verdict)
    {
        Finding finding = On(August(), day);
        Assert.Equal((verdict, "E1", "2026-08", "2026-09-03".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-08-03", Verdict.Met)]
    [InlineData("2026-09-03", Verdict.Met)]
    [InlineData("2026-09-04", Verdict.MetLate)]
    public void An_invoice_for_the_whole_value_is_in_time_until_the_due_day_ends(string raised, Verdict verdict) =>
        Assert.Equal(verdict, On(August().Invoice(raised: raised, period: "2026-08", net: 100_000), "2026-09-30").Verdict);

    [Fact]
    public void A_month_that_has_not_ended_before_the_day_is_nobodys_promise_yet()
    {
        Assert.Empty(August().Judge(Id, "2026-08-31"));
        Assert.Single(August().Judge(Id, "2026-09-01"));
    }

    [Fact]
    public void A_month_without_billable_hours_is_not_in_the_population() =>
        Assert.Empty(new Firm().Account().Engagement().Worked("2026-08-03", billable: 0).Judge(Id, "2026-09-30"));

    [Fact]
    public void Corrections_that_cancel_the_billable_hours_leave_no_month() =>
        Assert.Empty(new Firm().Account().Engagement().Worked("2026-08-03", hours: 8).Worked("2026-08-04", hours: -8).Judge(Id, "2026-09-30"));

    [Fact]
    public void Each_engagement_and_month_is_judged_for_itself()
    {
        Firm firm = August().Engagement("E2").Worked("2026-08-05", on: "E2").Worked("2026-07-30").Worked("2026-08-31");
        Assert.Equal([("E1", "2026-07"), ("E1", "2026-08"), ("E2", "2026-08")], firm.Judge(Id, "2026-09-30").Select(f => (f.Subject, f.Occasion)).Order());
    }

    [Theory]
    [InlineData(99_000, Verdict.Met)]
    [InlineData(98_999, Verdict.Breached)]
    public void Ninety_nine_per_cent_is_enough_and_less_is_not(long net, Verdict verdict) =>
        Assert.Equal(verdict, On(August().Invoice(raised: "2026-09-01", period: "2026-08", net: net), "2026-09-30").Verdict);

    [Fact]
    public void Several_invoices_are_done_on_the_day_that_their_sum_first_reaches_the_share()
    {
        Firm firm = August().Invoice("INV-1", raised: "2026-09-01", period: "2026-08", net: 50_000).Invoice("INV-2", raised: "2026-09-04", period: "2026-08", net: 49_000);
        Assert.Equal(Verdict.AtRisk, On(firm, "2026-09-03").Verdict);
        Assert.Equal(Verdict.MetLate, On(firm, "2026-09-04").Verdict);
    }

    [Fact]
    public void A_credit_note_takes_away_what_it_credits()
    {
        Firm firm = August().Invoice("INV-1", raised: "2026-09-01", period: "2026-08", net: 99_000).Invoice("CN-1", raised: "2026-09-01", period: "2026-08", net: -1);
        Assert.Equal(Verdict.Breached, On(firm, "2026-09-04").Verdict);
    }

    // The fifth working day after Wednesday 2 September is Wednesday the 9th.
    [Theory]
    [InlineData("2026-09-09", Verdict.Met, null)]
    [InlineData("2026-09-10", Verdict.Breached, "credited")]
    public void A_month_credited_after_it_was_invoiced_is_not_done_after_five_working_days(string day, Verdict verdict, string? reason)
    {
        Firm firm = August().Invoice("INV-1", raised: "2026-09-01", period: "2026-08", net: 100_000).Invoice("CN-1", raised: "2026-09-02", period: "2026-08", total: -1_001, net: -1_001);
        Assert.Equal((verdict, reason), (On(firm, day).Verdict, On(firm, day).Reason));
    }

    [Fact]
    public void A_month_invoiced_in_full_again_is_done_on_its_first_day()
    {
        Firm firm = August().Invoice("INV-1", raised: "2026-09-01", period: "2026-08", net: 100_000).Invoice("CN-1", raised: "2026-09-02", period: "2026-08", total: -100_000, net: -100_000)
            .Invoice("INV-2", raised: "2026-09-21", period: "2026-08", net: 99_000);
        Assert.Equal(Verdict.Breached, On(firm, "2026-09-20").Verdict);
        Assert.Equal((Verdict.Met, "2026-09-01".Day()), On(firm, "2026-09-21") is { Basis: DeadlineBasis basis } f ? (f.Verdict, basis.DoneOn) : default);
        // Each time that it is credited counts for itself.
        Assert.Equal(Verdict.Met, On(firm.Invoice("CN-2", raised: "2026-09-22", period: "2026-08", total: -9, net: -9), "2026-09-29").Verdict);
        Assert.Equal(Verdict.Breached, On(firm, "2026-09-30").Verdict);
    }

    [Fact]
    public void A_credited_month_is_at_risk_while_it_is_not_due()
    {
        Firm firm = August().Invoice("INV-1", raised: "2026-08-20", period: "2026-08", net: 100_000).Invoice("CN-1", raised: "2026-08-21", period: "2026-08", total: -100_000, net: -100_000);
        Assert.Equal((Verdict.NotDue, null), (On(firm, "2026-09-01").Verdict, On(firm, "2026-09-01").Reason));
        Assert.Equal((Verdict.AtRisk, "credited"), (On(firm, "2026-09-02").Verdict, On(firm, "2026-09-02").Reason));
        Assert.StartsWith("Billable month Portal rebuild (E1), August 2026: not yet invoiced to 99 % of £1,000.00 (£0.00 left after the credit of 21 August 2026); it is due on 3 September 2026",
            On(firm, "2026-09-02").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-999, "2026-09-30", Verdict.Met)]
    [InlineData(-1_000, "2026-09-09", Verdict.Met)]
    [InlineData(-1_000, "2026-09-10", Verdict.Breached)]
    public void Without_values_a_month_is_credited_when_nothing_is_left_of_it(long credit, string day, Verdict verdict)
    {
        Firm firm = August().Worked("2026-08-20").Invoice("INV-1", raised: "2026-09-01", period: "2026-08", total: 1_000).Invoice("CN-1", raised: "2026-09-02", period: "2026-08", total: credit);
        Assert.Equal((verdict, verdict == Verdict.Met ? null : "credited"), (On(firm, day).Verdict, On(firm, day).Reason));
    }

    [Fact]
    public void A_credit_note_is_never_the_first_invoice()
    {
        Firm firm = August().Worked("2026-08-20").Invoice("CN-1", raised: "2026-09-01", period: "2026-08", total: -500);
        Assert.Equal((Verdict.Breached, null), (On(firm, "2026-09-04").Verdict, On(firm, "2026-09-04").Reason));
        Assert.Equal(Verdict.MetLate, On(firm.Invoice("INV-1", raised: "2026-09-04", period: "2026-08", total: 1_000), "2026-09-04").Verdict);
    }

    [Fact]
    public void A_draft_that_would_make_it_good_is_named_in_the_remedy()
    {
        Firm firm = August().Invoice("INV-1", raised: "2026-09-01", period: "2026-08", net: 50_000).Invoice("INV-2", raised: null, period: "2026-08", net: 48_999, state: "draft");
        Assert.Equal("raise one invoice for August 2026, about £500.00", On(firm, "2026-09-04").Remedy);
        Assert.Equal("send draft INV-3 of £490.00", On(firm.Invoice("INV-3", raised: null, period: "2026-08", net: 49_000, state: "draft"), "2026-09-04").Remedy);
        Firm valueless = August().Worked("2026-08-20").Invoice("INV-4", raised: null, period: "2026-08", total: 1, state: "draft");
        Assert.Equal("send draft INV-4 of £0.01", On(valueless, "2026-09-04").Remedy);
    }

    [Theory]
    [InlineData("draft", Verdict.Breached)]
    [InlineData("void", Verdict.Breached)]
    [InlineData("paid", Verdict.Met)]
    [InlineData("awaiting approval", Verdict.Met)]
    public void Drafts_and_voids_do_not_count_and_anything_else_does(string state, Verdict verdict) =>
        Assert.Equal(verdict, On(August().Invoice(raised: "2026-09-01", period: "2026-08", net: 100_000, state: state), "2026-09-30").Verdict);

    [Fact]
    public void An_invoice_of_another_period_or_engagement_or_of_none_is_for_something_else()
    {
        Firm firm = August().Engagement("E2").Invoice("INV-1", raised: "2026-09-01", period: "2026-07", net: 100_000)
            .Invoice("INV-2", raised: "2026-09-01", period: "2026-08", net: 100_000, on: "E2").Invoice("INV-3", raised: "2026-09-01", net: 100_000)
            .Invoice("INV-4", raised: "2026-09-01", period: "2026-08", net: 100_000, on: null);
        Assert.Equal(Verdict.Breached, On(firm, "2026-09-30").Verdict);
    }

    [Fact]
    public void An_invoice_raised_after_the_day_judged_is_not_known() =>
        Assert.Equal(Verdict.Breached, On(August().Invoice(raised: "2026-09-05", period: "2026-08", net: 100_000), "2026-09-04").Verdict);

    [Fact]
    public void Where_the_net_is_blank_the_total_stands_in_and_the_evidence_says_so()
    {
        Finding finding = On(August().Invoice("INV-9", raised: "2026-09-01", period: "2026-08", total: 100_000), "2026-09-30");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Contains(finding.Basis.Values(finding), v => v.Name == "note" && v.Text!.Contains("total stands in for INV-9", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_billable_row_has_no_value_the_first_invoice_is_enough()
    {
        Firm firm = August().Worked("2026-08-20").Invoice("INV-1", raised: "2026-09-03", period: "2026-08", net: 1).Invoice("INV-2", raised: "2026-09-10", period: "2026-08", net: 1);
        Assert.Equal(Verdict.Met, On(firm, "2026-09-30").Verdict);
    }

    [Fact]
    public void A_row_that_is_not_billable_need_not_say_its_value() =>
        Assert.Equal(Verdict.Breached, On(August().Worked("2026-08-20", billable: 0).Invoice(raised: "2026-09-01", period: "2026-08", net: 1), "2026-09-30").Verdict);

    [Fact]
    public void An_invoice_in_another_currency_cannot_be_held_against_the_value()
    {
        Firm firm = August().Invoice(raised: "2026-09-01", period: "2026-08", net: 120_000, currency: "EUR");
        Assert.Equal(Verdict.NotDue, On(firm, "2026-09-01").Verdict);
        Assert.Equal((Verdict.Unknown, Reasons.CurrencyDiffers), (On(firm, "2026-09-04").Verdict, On(firm, "2026-09-04").Reason));
    }

    [Fact]
    public void Work_in_two_currencies_without_an_invoice_is_plainly_not_invoiced()
    {
        Firm firm = August().Worked("2026-08-20", pence: 500, currency: "EUR");
        Assert.Equal(Verdict.Breached, On(firm, "2026-09-04").Verdict);
        Assert.Equal(Reasons.CurrencyDiffers, On(firm.Invoice(raised: "2026-09-01", period: "2026-08"), "2026-09-04").Reason);
    }

    [Fact]
    public void Scotland_counts_its_own_working_days()
    {
        Firm firm = new Firm().Account(region: Domain.Time.Region.Scotland).Engagement().Worked("2025-12-10");
        Assert.Equal("2026-01-07".Day(), firm.Only(Id, "2026-01-05").Due);
    }
}
