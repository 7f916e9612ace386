using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What the invoices of an engagement and month come to without tax.</summary>
public static class InvoicedNet
{
    public static Amount Word { get; } = new("invoiced net", "invoiced", "raise an invoice for the month",
        [new(Sources.Invoices, "engagement_id", "period", "raised_on", "total", "net", "currency", "status")], Of)
        {
            RemedyFor = subject => subject.Month is { } month ? $"raise one invoice for {month.InWords()}" : null,
            Meaning = Meaning,
        };

    private static Meaning Meaning => new(
        "The net of the invoices whose engagement and `period` are those of the month, each on its `raised_on`, except drafts and voids.",
        "A blank net is the total, and the evidence says so.",
        "An invoice in another currency than the work makes the finding `unknown(currency_differs)`.",
        "A draft that would be enough is named in the remedy.")
    {
        With = ["credited invoices"],
        Example = """
            - id: month-invoiced
              title: Invoices are raised within 3 working days of month end
              for each: billable month
              deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
            """,
    };

    private static Parts Of(AccountView view, Case subject)
    {
        if (subject.Engagement is not { } engagement)
            return new([], true);
        var parts = ImmutableArray.CreateBuilder<(LocalDate, Money)>(1);
        List<string>? standIns = null;
        List<(string Order, Money Amount)> drafts = [];
        foreach (Item invoice in view.ItemsOf(ItemKinds.Invoice, engagement.Id))
        {
            if (invoice.Period != subject.Month)
                continue;
            Money amount = new(invoice.Net ?? invoice.Total ?? 0, invoice.Currency);
            if (invoice.State == "draft")
                drafts.Add(($"send draft {invoice.Id} of {amount}", amount));
            if (!Invoices.IsLive(invoice) || invoice.By(view.Today, ItemDay.Raised) is not { } raised)
                continue;
            parts.Add((raised, amount));
            if (invoice.Net is null)
                (standIns ??= []).Add(invoice.Id);
        }
        standIns?.Sort(StringComparer.Ordinal);
        drafts.Sort((one, other) => string.CompareOrdinal(one.Order, other.Order));
        return new(parts.DrainToImmutable(), true) { Waiting = [.. drafts], Note = standIns is null ? null : $"without a net amount, the total stands in for {string.Join(", ", standIns)}" };
    }
}
