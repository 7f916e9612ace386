using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Invoices and credit notes, as the ledger has them.</summary>
internal static class InvoicesFile
{
    public static readonly Shape Shape = new(Names.Invoices)
    {
        Columns = ["invoice_number", "account_id", "engagement_id", "period", "raised_on", "due_on", "total", "net", "outstanding", "currency", "status", "paid_on", "disputed"],
        Key = ["invoice_number"],
        Defaults = [("net", "'total' is taken for it"), ("disputed", "no invoice counts as disputed")],
        Lenient = ["period", "disputed"],
        KeepsIds = true,
        KeepsUnmatched = true,
    };

    public static Func<Row, Item> Parser(Header header)
    {
        Column id = header["invoice_number"], account = header["account_id"], engagement = header["engagement_id"], period = header["period"];
        Column raised = header["raised_on"], due = header["due_on"], paid = header["paid_on"], status = header["status"], disputed = header["disputed"];
        Column total = header["total"], net = header["net"], outstanding = header["outstanding"], currency = header["currency"];
        return row =>
        {
            string number = row.Id(id), money = row.Currency(currency);
            string? state = row.Status(status, WordKind.InvoiceStatus, "open");
            long? amount = row.ExactAmount(total, money);
            row.IsWorth(amount, money);
            row.NamesDay(due);
            // Nothing reads these of a draft or of a void.
            if (state is not ("draft" or "void"))
            {
                row.Needs(raised, "every invoice needs one, but for drafts and voids");
                row.Needs(total, "every invoice needs one, but for drafts and voids");
            }
            Item invoice = new(ItemKinds.Invoice, number)
            {
                Account = row.Customer(account, engagement),
                Engagement = row.Engagement,
                State = state,
                Period = row.NamedMonth(period),
                Currency = money,
                Total = amount,
                Net = row.ExactAmount(net, money),
                Outstanding = row.ExactAmount(outstanding, money),
                Disputed = row.Flag(disputed),
                Days = row.Days((ItemDay.Raised, raised), (ItemDay.Due, due), (ItemDay.Paid, paid)),
            };
            InvoiceNotes.Add(row, invoice, outstanding, status, paid);
            return invoice;
        };
    }
}
