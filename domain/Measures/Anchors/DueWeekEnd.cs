using Plumbline.Domain.Facts;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The Sunday of the ISO week in which the item falls due.</summary>
public static class DueWeekEnd
{
    public static Anchor Word { get; } = new("end of its due week", [new(Sources.Items, "due_on")],
        (_, subject) => subject.Item?.On(ItemDay.Due) is { } due ? IsoWeek.Of(due).Sunday : null) { Phrase = "the end of the week in which it falls due" };
}
