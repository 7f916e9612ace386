using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Due on the invoice 14 August 2026; 30 days after it is 13 September; at risk from day 23, which is 6 September.</summary>
public class NoAgedDebtTests
{
    private const string Id = "no-aged-debt";

    private static Firm Northwind() => new Firm().Account().Engagement();

    private static Finding On(Firm firm, string day) => firm.Only(Id, day);

    [Theory]
    [InlineData("2026-08-14", Verdict.NotDue)]
    [InlineData("2026-09-05", Verdict.NotDue)]
    [InlineData("2026-09-06", Verdict.AtRisk)]
    [InlineData("2026-09-13", Verdict.AtRisk)]
    [InlineData("2026-09-14", Verdict.Breached)]
    public void An_invoice_that_nobody_paid(string day, Verdict verdict)
    {
        Finding finding = On(Northwind().Invoice(outstanding: 240_000), day);
        Assert.Equal((verdict, "INV-1", "2026-08-14", "2026-09-13".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-08-01", Verdict.Met)]
    [InlineData("2026-09-13", Verdict.Met)]
    [InlineData("2026-09-14", Verdict.MetLate)]
    public void An_invoice_that_was_paid(string paid, Verdict verdict) =>
        Assert.Equal(verdict, On(Northwind().Invoice(outstanding: 0, paid: paid, state: "paid"), "2026-09-30").Verdict);

    [Fact]
    public void A_part_payment_leaves_the_rest_in_debt() =>
        Assert.Equal(Verdict.Breached, On(Northwind().Invoice(outstanding: 1, paid: "2026-09-01"), "2026-09-14").Verdict);

    [Fact]
    public void What_was_paid_after_the_day_judged_was_outstanding_on_it()
    {
        Finding finding = On(Northwind().Invoice(outstanding: 0, paid: "2026-09-20", state: "paid"), "2026-09-14");
        Assert.Equal(Verdict.Breached, finding.Verdict);
        Assert.Equal(new Facts.Money(240_000, "GBP"), finding.Basis.AtStake(finding));
        Assert.Contains(finding.Basis.Values(finding), v => v.Name == "outstanding" && v.Money == new Facts.Money(240_000, "GBP"));
    }

    [Fact]
    public void Nothing_outstanding_and_no_day_is_closed_on_a_day_unknown()
    {
        Finding finding = On(Northwind().Invoice(outstanding: 0), "2026-09-30");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Contains("a day that its source does not give", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_outstanding_is_the_total_while_the_invoice_is_open() =>
        Assert.Equal(Verdict.Breached, On(Northwind().Invoice(outstanding: null), "2026-09-14").Verdict);

    [Theory]
    [InlineData("draft", 240_000, "2026-07-15")]
    [InlineData("void", 240_000, "2026-07-15")]
    [InlineData("open", 0, "2026-07-15")]
    [InlineData("open", -500, "2026-07-15")]
    [InlineData("open", 240_000, "2026-09-15")]
    public void Drafts_voids_nothing_owed_and_the_future_are_not_in_the_population(string state, long total, string raised) =>
        Assert.Empty(Northwind().Invoice(state: state, total: total, raised: raised).Judge(Id, "2026-09-14"));

    [Fact]
    public void An_invoice_raised_on_the_day_judged_is_there() =>
        Assert.Single(Northwind().Invoice(raised: "2026-09-14", due: "2026-10-14").Judge(Id, "2026-09-14"));

    [Fact]
    public void A_status_nobody_knows_counts_as_open() =>
        Assert.Equal(Verdict.Breached, On(Northwind().Invoice(state: "sent"), "2026-09-14").Verdict);

    [Fact]
    public void An_invoice_without_an_engagement_is_judged_too() =>
        Assert.Equal(Verdict.Breached, On(Northwind().Invoice(on: null), "2026-09-14").Verdict);

    [Fact]
    public void A_dispute_is_shown_and_excuses_nothing()
    {
        Finding finding = On(Northwind().Invoice(outstanding: 100, disputed: true), "2026-09-14");
        Assert.Equal(Verdict.Breached, finding.Verdict);
        Assert.Contains(finding.Basis.Values(finding), v => v.Name == "disputed");
    }

    [Fact]
    public void Without_a_due_day_there_is_nothing_to_count_from() =>
        Assert.Equal((Verdict.Unknown, Reasons.AnchorMissing), (On(Northwind().Invoice(due: null), "2026-09-14") is var f) ? (f.Verdict, f.Reason) : default);

    [Fact]
    public void Old_debt_is_reported_however_old_and_old_payments_are_not()
    {
        Firm firm = Northwind().Invoice("INV-1", raised: "2023-01-01", due: "2023-02-01").Invoice("INV-2", raised: "2023-01-01", due: "2023-02-01", outstanding: 0, paid: "2023-02-01");
        Assert.Equal(("INV-1", Verdict.Breached), (firm.Only(Id, "2026-09-14").Subject, firm.Only(Id, "2026-09-14").Verdict));
    }

    [Theory]
    [InlineData("2025-08-14", 0)] // due 13 September 2025, a day before the look-back
    [InlineData("2025-08-15", 1)] // due 14 September 2025, its first day
    public void The_look_back_begins_twelve_months_ago_on_the_day(string due, int findings) =>
        Assert.Equal(findings, Northwind().Invoice(raised: "2025-08-01", due: due, outstanding: 0, paid: "2025-08-20").Judge(Id, "2026-09-14").Length);

    [Fact]
    public void Open_credits_of_the_account_are_said_beside_a_debt()
    {
        Firm firm = new Firm().Account().Engagement().Invoice("I1", outstanding: 10_000, total: 10_000).Invoice("CN", total: -2_000, outstanding: -2_000).Invoice("RC", total: -500, outstanding: -500)
            .Invoice("EUR", total: -9, outstanding: -9, currency: "EUR").Invoice("D", total: -9, outstanding: -9, state: "draft");
        Finding finding = firm.Judge("no-aged-debt", "2026-09-14").Single();
        Assert.Equal("Invoice I1, 14 August 2026: not paid (£100.00 outstanding; the account has £25.00 of open credits); it was to be paid by 13 September 2026, 30 days after its due date (14 August 2026).", finding.Message);
        Assert.Contains(finding.Values, v => v.Name == "open credits of the account" && v.Money == new Money(2_500, "GBP"));
        Assert.DoesNotContain(new Firm().Account().Engagement().Invoice("I1").Judge("no-aged-debt", "2026-09-14").Single().Values, v => v.Name == "open credits of the account");
    }
}
