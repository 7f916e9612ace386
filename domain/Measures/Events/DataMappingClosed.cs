using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>An item of kind <c>data mapping</c> of the engagement is done; of several, the one done first.</summary>
public static class DataMappingClosed
{
    public static Event Word { get; } = new("data mapping closed", "closed", "close the data mapping and record the day",
        [new(Sources.Items, "engagement_id", "done_on") { Kinds = [ItemKinds.DataMapping] }], Of) { Thing = "data mapping", Meaning = Meaning };

    private static Meaning Meaning => new(
        "An item of kind `data mapping` of the engagement has its `done_on`; of several, the one done first decides.",
        "An engagement without such an item is not done.")
    {
        Example = """
            - id: data-mapping-closed
              title: The data mapping is closed within 30 days of the project's start
              for each: engagement
              deadline: { done: data mapping closed, within: 30 days, after: project start }
              warn: 7 days
            """,
    };

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
