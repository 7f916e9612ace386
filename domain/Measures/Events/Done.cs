using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The item itself is done, which is <c>done_on</c> of items.csv: a milestone reached, a role filled, an escalation acknowledged.</summary>
public static class Done
{
    private static readonly Dictionary<string, (string Phrase, string Order)> ByKind = new()
    {
        [ItemKinds.Milestone] = ("reached", "reach milestone"),
        [ItemKinds.Obligation] = ("met", "meet obligation"),
        [ItemKinds.Escalation] = ("acknowledged", "acknowledge escalation"),
        [ItemKinds.OpenRole] = ("filled", "fill open role"),
        [ItemKinds.RiskAction] = ("done", "do action"),
    };

    public static Event Word { get; } = new("done", "done", "do it, and record the day", [new(Sources.Items, "done_on")], Of)
    {
        PhraseFor = subject => Said(subject)?.Phrase, RemedyFor = (_, subject) => Said(subject) is var (_, order) ? $"{order} {subject.RowId}, and record the day" : null,
        Meaning = Meaning,
    };

    private static Meaning Meaning => new(
        "The item itself has its `done_on` in items.csv, on or before the day judged.",
        "For a milestone that is the day it was reached, for an open role the day it was filled, for an escalation the day it was acknowledged.",
        "What was done by the day judged counts, whenever it was raised.")
    {
        Example = """
            - id: milestones-reached
              title: Milestones are met by their dates
              for each: milestone
              deadline: { done: done, before: due date }
              warn: 5 working days
            """,
    };

    private static (string Phrase, string Order)? Said(Case subject) =>
        subject.Item is { } item && ByKind.TryGetValue(item.Kind, out (string, string) said) ? said : null;

    private static Outcome Of(AccountView view, Case subject) => Outcome.If(subject.Item?.By(view.Today, ItemDay.Done));
}
