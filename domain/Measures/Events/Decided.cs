using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The absence is decided on, whichever way.</summary>
public static class Decided
{
    public static Event Word { get; } = new("decided", "decided", "approve or refuse it, and record the day", [new(Sources.Absences, "decided_on")], Of)
    {
        RemedyFor = (_, subject) => $"approve or refuse {subject.RowId}, and record the day", Meaning = Meaning,
    };

    private static Meaning Meaning => new(
        "The absence has its `decided_on`, whether it was granted or refused.",
        "A decision dated after the day judged is not known yet.")
    {
        Example = """
            - id: absences-decided
              title: Absences are decided on within 2 working days of the week in which they were asked for, and before they begin
              for each: absence request
              deadline: { done: decided, within: 2 working days, after: week end, and before: its start }
            """,
    };

    private static Outcome Of(AccountView view, Case subject) => Outcome.If(subject.Item?.By(view.Today, ItemDay.Decided));
}
