using Plumbline.Domain.Facts;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The Sunday of the ISO week in which the item falls due.</summary>
public static class DueWeekEnd
{
    public static Anchor Word { get; } = new("end of its due week", [new(Sources.Items, "due_on")],
        (_, subject) => subject.Item?.On(ItemDay.Due) is { } due ? IsoWeek.Of(due).Sunday : null) { Phrase = "the end of the week in which it falls due", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The Sunday of the ISO week in which the item's `due_on` lies.",
        "With `within: 0 days` the item is in time until that Sunday ends, on whichever day of the week it falls due.")
    {
        Example = """
            - id: report-sent
              title: What is owed to the customer is done in the week in which it falls due
              for each: obligation
              deadline: { done: done, within: 0 days, after: end of its due week }
            """,
    };
}
