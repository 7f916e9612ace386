using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The item itself is done, which is <c>done_on</c> of items.csv: a milestone reached, a role filled, an escalation acknowledged.</summary>
public static class Done
{
    public static Event Word { get; } = new("done", "done", "do it, and record the day", [new(Sources.Items, "done_on")], Of);

    private static Outcome Of(AccountView view, Case subject) => Outcome.If(subject.Item?.By(view.Today, ItemDay.Done));
}
