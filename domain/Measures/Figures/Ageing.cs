using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The receivables of an account in one currency and band of age.</summary>
/// <param name="Band">One of <see cref="Ageing.Bands"/>.</param>
/// <param name="Outstanding">In minor units, what is disputed not among it; below zero for credits.</param>
/// <param name="Disputed">In minor units.</param>
public sealed record AgeingBand(string Currency, string Band, int Count, long Outstanding, long Disputed, LocalDate? OldestDue);

/// <summary>
/// Receivables by the days since they were due: the roll-up <c>ageing</c>. Its sum is what the ledger has outstanding: invoices without a
/// due date and credits (credit notes, receipts on account) have bands of their own, and those of accounts that the register does not know
/// are the firm's.
/// </summary>
public static class Ageing
{
    public static readonly IReadOnlyList<string> Bands = ["not due", "1-30", "31-60", "61-90", "over 90", NoDueDate, Credit];

    private const string NoDueDate = "no due date", Credit = "credit";
    private const int DaysOfABand = 30, Oldest = 4;

    public static IEnumerable<AgeingBand> Of(AccountView view) =>
        from invoice in view.Items(ItemKinds.Invoice)
        where invoice.By(view.Today, ItemDay.Raised) is not null && Invoices.IsLive(invoice)
        let outstanding = invoice.OutstandingOn(view.Today)
        where outstanding != 0
        group (invoice, outstanding) by (invoice.Currency, Band: Band(invoice, outstanding, view.Today)) into band
        select new AgeingBand(band.Key.Currency, band.Key.Band, band.Count(),
            band.Where(i => !i.invoice.Disputed).Sum(i => i.outstanding), band.Where(i => i.invoice.Disputed).Sum(i => i.outstanding),
            band.Min(i => i.invoice.On(ItemDay.Due)));

    private static string Band(Item invoice, long outstanding, LocalDate today)
    {
        if (outstanding < 0 || invoice is { Total: <= 0 })
            return Credit;
        if (invoice.On(ItemDay.Due) is not { } due)
            return NoDueDate;
        int overdue = Period.DaysBetween(due, today);
        return Bands[overdue <= 0 ? 0 : Math.Min(((overdue - 1) / DaysOfABand) + 1, Oldest)];
    }
}
