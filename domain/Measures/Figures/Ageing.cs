using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The receivables of an account in one currency and band of age.</summary>
/// <param name="Band">One of <see cref="Ageing.Bands"/>.</param>
/// <param name="Outstanding">In minor units, what is disputed not among it.</param>
/// <param name="Disputed">In minor units.</param>
public sealed record AgeingBand(string Currency, string Band, int Count, long Outstanding, long Disputed, LocalDate? OldestDue);

/// <summary>Receivables by the days since they were due: the roll-up <c>ageing</c>.</summary>
public static class Ageing
{
    public static readonly IReadOnlyList<string> Bands = ["not due", "1-30", "31-60", "61-90", "over 90"];

    private const int DaysOfABand = 30;

    public static IEnumerable<AgeingBand> Of(AccountView view) =>
        from invoice in view.Items(ItemKinds.Invoice)
        where invoice.By(view.Today, ItemDay.Raised) is not null && invoice is { Total: > 0 } && Invoices.IsLive(invoice)
        let outstanding = invoice.OutstandingOn(view.Today)
        where outstanding > 0
        group (invoice, outstanding) by (invoice.Currency, Band: Band(invoice, view.Today)) into band
        select new AgeingBand(band.Key.Currency, Bands[band.Key.Band], band.Count(),
            band.Where(i => !i.invoice.Disputed).Sum(i => i.outstanding), band.Where(i => i.invoice.Disputed).Sum(i => i.outstanding),
            band.Min(i => i.invoice.On(ItemDay.Due)));

    private static int Band(Item invoice, LocalDate today)
    {
        int overdue = invoice.On(ItemDay.Due) is { } due ? Period.DaysBetween(due, today) : 0;
        return overdue <= 0 ? 0 : Math.Min((overdue - 1) / DaysOfABand, Bands.Count - 2) + 1;
    }
}
