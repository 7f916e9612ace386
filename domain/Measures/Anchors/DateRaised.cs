using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which the item was raised, which is <c>anchor_on</c> of items.csv.</summary>
public static class DateRaised
{
    public static Anchor Word { get; } = new("date raised", [new(Sources.Items, "anchor_on")], (_, subject) => subject.Item?.On(ItemDay.Anchor)) { Phrase = "the day it was raised" };
}
