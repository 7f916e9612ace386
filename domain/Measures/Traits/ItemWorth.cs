using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Traits;

/// <summary>What an item is worth, in its own currency.</summary>
public static class ItemWorth
{
    private static readonly Need OfInvoices = new(Sources.Invoices, "total", "currency");

    /// <summary>The amount of an expense claim or of a row of items.csv.</summary>
    public static Worth Amount { get; } = new("amount",
        [new(Sources.Expenses, "amount", "currency") { WithPopulation = true }, new(Sources.Items, "amount", "currency") { WithPopulation = true }], (_, subject) => Of(subject, subject.Item?.Total)) { Meaning = MeaningOfAmount };

    private static Meaning MeaningOfAmount => new(
        "The amount of the expense claim, or of the row of items.csv.",
        "What is in a currency that the choice does not name is `unknown(currency_differs)`.")
    {
        Example = """
            - id: large-expenses
              title: Expenses over 500 are approved within a day of their submission
              for each: expense claim
              where: { amount: { above: { GBP: 500 } } }
              deadline: { done: approved, within: 1 day, after: submitted }
            """,
    };

    /// <summary>An invoice's amount without tax; where that is blank, its total.</summary>
    public static Worth Net { get; } = new("net", [OfInvoices, new(Sources.Invoices, "net")], (_, subject) => Of(subject, subject.Item?.Net ?? subject.Item?.Total)) { Meaning = MeaningOfNet };

    private static Meaning MeaningOfNet => new(
        "The invoice's amount without tax; its total where that is blank.",
        "What is in a currency that the choice does not name is `unknown(currency_differs)`.")
    {
        Example = """
            - id: large-invoices-by-net
              title: No invoice above 50,000 is open for more than 14 days after its date
              for each: invoice
              where: { net: { above: { GBP: 50000 } } }
              deadline: { done: paid, within: 14 days, after: invoice date }
            """,
    };

    /// <summary>What is still to be paid of an invoice at the end of the day judged.</summary>
    public static Worth Outstanding { get; } = new("outstanding",
        [OfInvoices, new(Sources.Invoices, "outstanding", "paid_on", "status")], (view, subject) => Of(subject, subject.Item?.OutstandingOn(view.Today))) { Meaning = MeaningOfOutstanding };

    private static Meaning MeaningOfOutstanding => new(
        "What is still to be paid of the invoice on the day judged.",
        "What is in a currency that the choice does not name is `unknown(currency_differs)`.")
    {
        With = ["what is outstanding"],
        Example = """
            - id: large-invoices-by-outstanding
              title: No invoice above 50,000 is open for more than 14 days after its date
              for each: invoice
              where: { outstanding: { above: { GBP: 50000 } } }
              deadline: { done: paid, within: 14 days, after: invoice date }
            """,
    };

    /// <summary>An invoice's amount with tax.</summary>
    public static Worth Total { get; } = new("total", [OfInvoices], (_, subject) => Of(subject, subject.Item?.Total)) { Meaning = MeaningOfTotal };

    private static Meaning MeaningOfTotal => new(
        "The invoice's amount with tax.",
        "What is in a currency that the choice does not name is `unknown(currency_differs)`.")
    {
        Example = """
            - id: large-invoices-by-total
              title: No invoice above 50,000 is open for more than 14 days after its date
              for each: invoice
              where: { total: { above: { GBP: 50000 } } }
              deadline: { done: paid, within: 14 days, after: invoice date }
            """,
    };

    private static Money? Of(Case subject, long? minor) => subject.Item is { } item && minor is { } amount ? new Money(amount, item.Currency) : null;
}
