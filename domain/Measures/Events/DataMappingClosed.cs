using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>An item of kind <c>data mapping</c> of the engagement is done; of several, the one done first.</summary>
public static class DataMappingClosed
{
    public static Event Word { get; } = new("data mapping closed", "closed", "close the data mapping and record the day",
        [new(Sources.Items, "engagement_id", "done_on") { Kinds = [ItemKinds.DataMapping] }], Of) { Thing = "data mapping" };

    private static Outcome Of(AccountView view, Case subject)
    {
        if (subject.Engagement is not { } engagement)
            return Outcome.Not;
        LocalDate? first = null;
        foreach (Item item in view.ItemsOf(ItemKinds.DataMapping, engagement.Id))
            if (item.By(view.Today, ItemDay.Done) is { } done && (first is not { } so || done < so))
                first = done;
        return Outcome.If(first);
    }
}
