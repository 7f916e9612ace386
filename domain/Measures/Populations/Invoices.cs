using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Invoices, each with the credits of its account and currency that are open on the day judged.</summary>
public static class Invoices
{
    public static Population Word { get; } = new("invoice", Sources.Invoices, [new(Sources.Invoices, "account_id", "raised_on", "total", "status")], Of) { OutlastsAccount = true, Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each invoice raised on or before the day judged, paid or not, except drafts, voids and totals of zero or less.",
        "Its occasion is its `due_on`; only one with something outstanding can be at risk or breached.",
        "Credit notes and receipts on account that are open beside it are said in the evidence.",
        "Invoices of ended accounts are judged like others.")
    {
        With = ["what is outstanding", "roll up", "alert on old", "ageing bands"],
        Example = """
            - id: debt-collected
              title: No debt is more than 30 days overdue
              for each: invoice
              deadline: { done: paid, within: 30 days, after: due date }
              roll up: ageing
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        Dictionary<string, Money>? credits = null;
        foreach (Item invoice in view.Items(ItemKinds.Invoice))
            if (invoice.By(view.Today, ItemDay.Raised) is not null && invoice is { Total: > 0 } && IsLive(invoice))
                yield return new("invoice", invoice.Id)
                {
                    Item = invoice, Engagement = view.EngagementOf(invoice), RowOf = Sources.Invoices,
                    OpenCredit = (credits ??= Credits(view)).TryGetValue(invoice.Currency, out Money credit) ? credit : null,
                };
        // Of a row that was lost only the due date is known: a measure that counts from another day has no occasion to give it.
        foreach (Case refused in view.RefusedRows(Sources.Invoices, "invoice"))
            yield return refused with
            {
                Occasion = null, Item = new(ItemKinds.Invoice, refused.Subject) { Days = refused.Refused?.Names.Day is { } due ? [(ItemDay.Due, due)] : [] },
            };
    }

    /// <summary>By currency, what credit notes and receipts on account have not been set against an invoice yet.</summary>
    private static Dictionary<string, Money> Credits(AccountView view)
    {
        Dictionary<string, Money> credits = [];
        foreach (Item invoice in view.Items(ItemKinds.Invoice))
            if (IsLive(invoice) && invoice.By(view.Today, ItemDay.Raised) is not null && invoice.OutstandingOn(view.Today) is < 0 and var outstanding)
                credits[invoice.Currency] = new(credits.GetValueOrDefault(invoice.Currency).Minor - outstanding, invoice.Currency);
        return credits;
    }

    public static bool IsLive(Item invoice) => invoice.State is not ("draft" or "void");
}
