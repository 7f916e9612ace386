using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which an expense claim was submitted, or an absence was asked for.</summary>
public static class Submitted
{
    public static Anchor Word { get; } = new("submitted",
        [new(Sources.Expenses, "submitted_on") { WithPopulation = true }, new(Sources.Absences, "requested_on") { WithPopulation = true }],
        (_, subject) => subject.Item?.On(ItemDay.Submitted) ?? subject.Item?.On(ItemDay.Requested)) { Phrase = "the day it was submitted" };
}
