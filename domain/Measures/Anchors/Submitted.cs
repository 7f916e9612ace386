using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which an expense claim was submitted, or an absence was asked for.</summary>
public static class Submitted
{
    public static Anchor Word { get; } = new("submitted",
        [new(Sources.Expenses, "submitted_on") { WithPopulation = true }, new(Sources.Absences, "requested_on") { WithPopulation = true }],
        (_, subject) => subject.Item?.On(ItemDay.Submitted) ?? subject.Item?.On(ItemDay.Requested)) { Phrase = "the day it was submitted", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The day on which the expense claim was submitted, or the absence was asked for: `submitted_on` or `requested_on`.",
        "It counts from the day itself, where `week end` counts from the end of its week.")
    {
        With = ["week end"],
        Example = """
            - id: large-expenses
              title: Expenses over 500 are approved within a day of their submission
              for each: expense claim
              where: { amount: { above: { GBP: 500 } } }
              deadline: { done: approved, within: 1 day, after: submitted }
            """,
    };
}
