using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>What no-aged-debt takes as outstanding: the amount that the file gives, whatever the status or the day of payment say.</summary>
public class OutstandingTests
{
    private const string Judged = "2026-09-20";

    [Theory]
    [InlineData(100_000L, "open", null, 100_000)]
    [InlineData(100_000L, "paid", null, 100_000)]
    [InlineData(100_000L, "paid", "2026-09-01", 100_000)]
    [InlineData(100_000L, "open", "2026-09-21", 100_000)]
    [InlineData(0L, "open", null, 0)]
    [InlineData(0L, "open", "2026-09-20", 0)]
    [InlineData(0L, "paid", "2026-09-21", 240_000)]
    [InlineData(null, "paid", null, 0)]
    [InlineData(null, "paid", "2026-09-20", 0)]
    [InlineData(null, "paid", "2026-09-21", 240_000)]
    [InlineData(null, "open", null, 240_000)]
    [InlineData(null, null, null, 240_000)]
    [InlineData(null, "open", "2026-09-01", 240_000)]
    public void The_amount_decides_and_a_blank_one_is_nothing_only_where_the_status_is_paid(long? outstanding, string? state, string? paid, long expected) =>
        Assert.Equal(expected, new Item(ItemKinds.Invoice, "I1")
        {
            Total = 240_000, Outstanding = outstanding, State = state, Days = paid is null ? [] : [(ItemDay.Paid, paid.Day())],
        }.OutstandingOn(Judged.Day()));

    [Theory]
    [InlineData(100L, "paid", "2026-08-20", Verdict.Breached)]
    [InlineData(null, "open", "2026-08-20", Verdict.Breached)]
    [InlineData(null, "paid", "2026-08-20", Verdict.Met)]
    [InlineData(0L, "open", null, Verdict.Met)]
    public void An_old_invoice_with_something_outstanding_is_aged_debt_even_if_it_says_that_it_is_paid(long? outstanding, string state, string? paid, Verdict verdict) =>
        Assert.Equal(verdict, new Firm().Account().Engagement().Invoice(outstanding: outstanding, state: state, paid: paid).Only("no-aged-debt", Judged).Verdict);
}
