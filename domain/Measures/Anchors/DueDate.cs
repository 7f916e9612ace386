using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the item itself says that it is due.</summary>
public static class DueDate
{
    public static Anchor Word { get; } = new("due date", 
        [new(Sources.Invoices, "due_on") { WithPopulation = true }, new(Sources.Items, "due_on") { WithPopulation = true }], (_, subject) => subject.Item?.On(ItemDay.Due)) { Phrase = "its due date", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The day on which the subject says that it is due: `due_on` of the invoice or of the item.",
        "Where it is blank and the thing is not done, the finding is `unknown(anchor_missing)`; another day never takes its place.")
    {
        Example = """
            - id: debt-collected
              title: Invoices are paid within 30 days after their due date
              for each: invoice
              deadline: { done: paid, within: 30 days, after: due date }
            """,
    };
}
