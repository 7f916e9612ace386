using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>
/// Of the invoices due within the 6 months before the day, those that were paid by their due date, by number and in per cent (IW). One
/// with nothing outstanding and no day of payment is on neither side; days sales outstanding and its trend stand beside.
/// </summary>
public static class SharePaidOnTime
{
    private const int Months = 6;

    public static Figure Word { get; } = new("share paid on time", " %",
        [Revenue.Need, new(Sources.Invoices, "due_on", "outstanding", "paid_on")], Window, Of) { Shares = ("paid by the due date", "invoices due") };

    /// <summary>An invoice due on the day may still be paid in time.</summary>
    private static (LocalDate, LocalDate)? Window(LocalDate day) => (day.PlusMonths(-Months), day.PlusDays(-1));

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        List<Item> late = [];
        int due = 0, undated = 0;
        foreach (Item invoice in view.Items(ItemKinds.Invoice))
        {
            if (!Invoices.IsLive(invoice) || invoice is not { Total: > 0 } || invoice.By(day, ItemDay.Raised) is not { } raised)
                continue;
            if (invoice.On(ItemDay.Due) is not { } by)
            {
                if (raised < day.PlusMonths(-Months))
                    continue;
                return Measured.Unsure(Reasons.FigureIncomplete, $"the due date of {invoice.Id} is not given");
            }
            if (by < day.PlusMonths(-Months) || by >= day)
                continue;
            bool open = invoice.OutstandingOn(day) > 0;
            if (!open && invoice.On(ItemDay.Paid) is null)
                undated++;
            else
                due++;
            if (open || invoice.On(ItemDay.Paid) > by)
                late.Add(invoice);
        }
        return due > 0 ? Share(view, day, late, due)
            : undated > 0 ? Measured.Unsure(Reasons.FigureIncomplete, "the days on which its invoices were paid are not given") : Measured.DoesNotApply;
    }

    private static Measured Share(AccountView view, LocalDate day, List<Item> late, int due) => Measured.Share(due - late.Count, due) with
    {
        Beside = [.. DaysSalesOutstanding.Of(view, day)],
        Rows = [.. late.Select(i => (i.Id, (Money?)new Money(i.OutstandingOn(day), i.Currency)))],
    };
}
