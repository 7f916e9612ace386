using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Items of items.csv of one kind, done or not: one for each row of the account or of an engagement of it.</summary>
public static class OwedItems
{
    /// <summary>Rows of kind <c>milestone</c>; <c>due_on</c> is the day it is promised for.</summary>
    public static Population Milestones { get; } = Rows(ItemKinds.Milestone, ItemKinds.Milestone) with { Meaning = MeaningOfMilestones };

    private static Meaning MeaningOfMilestones => new(
        "Each item of kind `milestone`, done or not.",
        "Its `due_on` is the day that it is promised for.",
        "One whose `anchor_on` lies after the day judged does not exist yet, unless it is done.")
    {
        With = ["what is not known yet", "begun before the end"],
        Example = """
            - id: milestones-reached
              title: Milestones are met by their dates
              for each: milestone
              deadline: { done: done, before: due date }
              warn: 5 working days
            """,
    };

    /// <summary>Rows of kind <c>action</c>: what is to be done about a risk or an issue.</summary>
    public static Population RiskActions { get; } = Rows("risk action", ItemKinds.RiskAction) with { Meaning = MeaningOfRiskActions };

    private static Meaning MeaningOfRiskActions => new(
        "Each item of kind `action`: what is to be done about a risk or an issue, done or not.",
        "Its `due_on` is the day by which it is to be done.",
        "One whose `anchor_on` lies after the day judged does not exist yet, unless it is done.")
    {
        With = ["what is not known yet", "begun before the end"],
        Example = """
            - id: actions-done
              title: Actions on risks are done by their dates
              for each: risk action
              deadline: { done: done, before: due date }
              alert per: account
            """,
    };

    /// <summary>Rows of kind <c>escalation</c>; <c>anchor_on</c> is the day it was raised, <c>done_on</c> the day it was acknowledged.</summary>
    public static Population Escalations { get; } = Rows(ItemKinds.Escalation, ItemKinds.Escalation) with { Meaning = MeaningOfEscalations };

    private static Meaning MeaningOfEscalations => new(
        "Each item of kind `escalation`, acknowledged or not.",
        "Its `anchor_on` is the day on which it was raised, its `done_on` the day on which it was acknowledged.",
        "One whose `anchor_on` lies after the day judged does not exist yet, unless it is done.")
    {
        With = ["what is not known yet", "begun before the end"],
        Example = """
            - id: escalations-heard
              title: Escalations are acknowledged within a working day
              for each: escalation
              deadline: { done: done, within: 1 working day, after: date raised }
              severity: critical
            """,
    };

    /// <summary>Rows of kind <c>open role</c>; <c>due_on</c> is the day somebody is needed, <c>done_on</c> the day it was filled.</summary>
    public static Population OpenRoles { get; } = Rows(ItemKinds.OpenRole, ItemKinds.OpenRole) with { Meaning = MeaningOfOpenRoles };

    private static Meaning MeaningOfOpenRoles => new(
        "Each item of kind `open role`, filled or not.",
        "Its `due_on` is the day on which somebody is needed, its `done_on` the day on which the role was filled.",
        "One whose `anchor_on` lies after the day judged does not exist yet, unless it is done.")
    {
        With = ["what is not known yet", "begun before the end"],
        Example = """
            - id: roles-staffed
              title: Open roles are filled 10 working days before somebody is needed
              for each: open role
              deadline: { done: done, within: 10 working days, before: due date }
            """,
    };

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
