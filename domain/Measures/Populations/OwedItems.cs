using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Items of items.csv of one kind, done or not: one for each row of the account or of an engagement of it.</summary>
public static class OwedItems
{
    /// <summary>Rows of kind <c>milestone</c>; <c>due_on</c> is the day it is promised for.</summary>
    public static Population Milestones { get; } = Rows(ItemKinds.Milestone, ItemKinds.Milestone);

    /// <summary>Rows of kind <c>action</c>: what is to be done about a risk or an issue.</summary>
    public static Population RiskActions { get; } = Rows("risk action", ItemKinds.RiskAction);

    /// <summary>Rows of kind <c>escalation</c>; <c>anchor_on</c> is the day it was raised, <c>done_on</c> the day it was acknowledged.</summary>
    public static Population Escalations { get; } = Rows(ItemKinds.Escalation, ItemKinds.Escalation);

    /// <summary>Rows of kind <c>open role</c>; <c>due_on</c> is the day somebody is needed, <c>done_on</c> the day it was filled.</summary>
    public static Population OpenRoles { get; } = Rows(ItemKinds.OpenRole, ItemKinds.OpenRole);

    internal static Need Need(params string[] kinds) => new(Sources.Items, "kind", "account_id", "engagement_id", "anchor_on", "done_on") { Kinds = [.. kinds] };

    private static Population Rows(string noun, string kind) => new(noun, Sources.Items, [Need(kind)], view => Of(view, noun, kind));

    /// <summary>One that is raised after the day does not exist yet, unless it is done by then.</summary>
    private static bool IsKnown(Item item, LocalDate today) => !(item.On(ItemDay.Anchor) > today) || item.By(today, ItemDay.Done) is not null;

    internal static IEnumerable<Case> Of(AccountView view, string noun, string kind)
    {
        foreach (Item item in view.Items(kind).Where(i => IsKnown(i, view.Today)))
            yield return new(noun, item.Id) { Item = item, Engagement = view.EngagementOf(item), Began = item.On(ItemDay.Anchor), RowOf = Sources.Items };
        foreach (Case refused in view.RefusedRows(Sources.Items, noun, kind))
            yield return refused;
    }
}
