using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the item itself says that it is due.</summary>
public static class DueDate
{
    public static Anchor Word { get; } = new("due date", 
        [new(Sources.Invoices, "due_on") { WithPopulation = true }, new(Sources.Items, "due_on") { WithPopulation = true }], (_, subject) => subject.Item?.On(ItemDay.Due)) { Phrase = "its due date" };
}
