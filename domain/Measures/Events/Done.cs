using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The item itself is done, which is <c>done_on</c> of items.csv: a milestone reached, a role filled, an escalation acknowledged.</summary>
public static class Done
{
    private static readonly Dictionary<string, (string Phrase, string Remedy)> ByKind = new()
    {
        [ItemKinds.Milestone] = ("reached", "reach it, and record the day"),
        [ItemKinds.Obligation] = ("met", "do what is owed, and record the day"),
        [ItemKinds.Escalation] = ("acknowledged", "acknowledge it, and record the day"),
        [ItemKinds.OpenRole] = ("filled", "fill the role, and record the day"),
    };

    public static Event Word { get; } = new("done", "done", "do it, and record the day", [new(Sources.Items, "done_on")], Of)
    {
        PhraseFor = subject => Said(subject)?.Phrase, RemedyFor = (_, subject) => Said(subject)?.Remedy,
    };

    private static (string Phrase, string Remedy)? Said(Case subject) =>
        subject.Item is { } item && ByKind.TryGetValue(item.Kind, out (string, string) said) ? said : null;

    private static Outcome Of(AccountView view, Case subject) => Outcome.If(subject.Item?.By(view.Today, ItemDay.Done));
}
