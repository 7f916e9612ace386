using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the invoice was raised, which is <c>raised_on</c> of invoices.csv.</summary>
public static class InvoiceDate
{
    public static Anchor Word { get; } = new("invoice date", [new(Sources.Invoices, "raised_on")], (_, subject) => subject.Item?.On(ItemDay.Raised)) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "The day on which the invoice was raised, which is `raised_on` in invoices.csv.",
        "It counts whatever the terms of payment say; `due date` is the day that the invoice itself gives.")
    {
        With = ["due date"],
        Example = """
            - id: large-invoices
              title: No invoice above 50,000 is open for more than 14 days after its date
              for each: invoice
              where: { total: { above: { GBP: 50000 } } }
              deadline: { done: paid, within: 14 days, after: invoice date }
            """,
    };
}
