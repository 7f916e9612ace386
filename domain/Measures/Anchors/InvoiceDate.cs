using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the invoice was raised, which is <c>raised_on</c> of invoices.csv.</summary>
public static class InvoiceDate
{
    public static Anchor Word { get; } = new("invoice date", [new(Sources.Invoices, "raised_on")], (_, subject) => subject.Item?.On(ItemDay.Raised));
}
