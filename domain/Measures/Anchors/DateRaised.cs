using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the item was raised, which is <c>anchor_on</c> of items.csv.</summary>
public static class DateRaised
{
    public static Anchor Word { get; } = new("date raised", [new(Sources.Items, "anchor_on")], (_, subject) => subject.Item?.On(ItemDay.Anchor)) { Phrase = "the day it was raised", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The day on which the item was raised, which is `anchor_on` in items.csv.",
        "An item that is not dated and not done has no due day: it is `unknown(anchor_missing)`.")
    {
        Example = """
            - id: escalation-answered
              title: Escalations are acknowledged within a working day
              for each: escalation
              deadline: { done: done, within: 1 working day, after: date raised }
            """,
    };
}
