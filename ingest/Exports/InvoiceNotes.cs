using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Exports;

/// <summary>What an invoice says twice and differently of its payment: it is used as no-aged-debt reads it, and noted.</summary>
internal static class InvoiceNotes
{
    public const string AboveTotal = "is more than the total; the outstanding amount is used as it is: correct whichever is wrong";
    public const string PaidAndOutstanding = "says that it is paid, but something is outstanding; the outstanding amount is used: correct whichever is wrong";
    public const string BlankAndNotPaid = "is blank and the status is not paid; the total is taken as outstanding: enter what is outstanding";

    public static void Add(Row row, Item invoice, Column outstanding, Column status, Column paid)
    {
        // A value that was refused is a fault already, and drafts and voids owe nothing.
        if (row.Lost is not null || invoice.State is "draft" or "void")
            return;
        if (invoice.Outstanding is not { } open)
        {
            if (outstanding.At >= 0 && invoice.State != "paid")
                row.Note(outstanding, BlankAndNotPaid);
            return;
        }
        if (invoice.Total is { } total && (total < 0 ? open < total || open > 0 : open > total))
            row.Note(outstanding, AboveTotal);
        if (open == 0)
            return;
        if (invoice.State == "paid")
            row.Note(status, PaidAndOutstanding);
        else if (invoice.On(ItemDay.Paid) is not null)
            row.Note(paid, PaidAndOutstanding);
    }
}
