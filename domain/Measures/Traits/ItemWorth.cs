using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>What an item is worth, in its own currency.</summary>
public static class ItemWorth
{
    private static readonly Need OfInvoices = new(Sources.Invoices, "total", "currency");

    /// <summary>The amount of an expense claim or of a row of items.csv.</summary>
    public static Worth Amount { get; } = new("amount",
        [new(Sources.Expenses, "amount", "currency") { WithPopulation = true }, new(Sources.Items, "amount", "currency") { WithPopulation = true }], (_, subject) => Of(subject, subject.Item?.Total));

    /// <summary>An invoice's amount without tax; where that is blank, its total.</summary>
    public static Worth Net { get; } = new("net", [OfInvoices, new(Sources.Invoices, "net")], (_, subject) => Of(subject, subject.Item?.Net ?? subject.Item?.Total));

    /// <summary>What is still to be paid of an invoice at the end of the day judged.</summary>
    public static Worth Outstanding { get; } = new("outstanding",
        [OfInvoices, new(Sources.Invoices, "outstanding", "paid_on", "status")], (view, subject) => Of(subject, subject.Item?.OutstandingOn(view.Today)));

    /// <summary>An invoice's amount with tax.</summary>
    public static Worth Total { get; } = new("total", [OfInvoices], (_, subject) => Of(subject, subject.Item?.Total));

    private static Money? Of(Case subject, long? minor) => subject.Item is { } item && minor is { } amount ? new Money(amount, item.Currency) : null;
}
