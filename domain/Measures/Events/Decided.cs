using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The absence is decided on, whichever way.</summary>
public static class Decided
{
    public static Event Word { get; } = new("decided", "decided", "decide on it", [new(Sources.Absences, "decided_on")], Of);

    private static Outcome Of(AccountView view, Case subject) => Outcome.If(subject.Item?.By(view.Today, ItemDay.Decided));
}
