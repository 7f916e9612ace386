using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Events;

/// <summary>What is told of a change of a role, on the row of the person who takes it: the team knows, and the one before has handed it over.</summary>
public static class RoleTold
{
    public static Event Announced { get; } = new("announced to the team", "announced to the team", "tell the team, and record the day",
        [new(Sources.Roles, "announced_on")], (view, subject) => By(subject.Assignment?.AnnouncedOn, view.Today)) { Meaning = MeaningOfAnnounced };

    private static Meaning MeaningOfAnnounced => new(
        "The team was told: `announced_on` on the row of the person who takes the role, on or before the day judged.",
        "Equal rows are one start, announced on the earliest of their days.")
    {
        Example = """
            - id: change-announced
              title: The team is told of a change of a role within 5 working days
              for each: change of a role
              deadline: { done: announced to the team, within: 5 working days, after: its start }
            """,
    };

    public static Event HandedOver { get; } = new("handover recorded", "handed over", "hand the role over, and record the day",
        [new(Sources.Roles, "handover_on")], (view, subject) => By(subject.Assignment?.HandoverOn, view.Today))
        {
            RemedyFor = (_, subject) => subject.Person is { } person ? $"have the role handed over to {person}, and record the day" : null, Meaning = MeaningOfHandedOver,
        };

    private static Meaning MeaningOfHandedOver => new(
        "The one who had the role before has handed it over: `handover_on` on the row of the person who takes it, on or before the day judged.",
        "Equal rows are one change, handed over on the earliest of their days.")
    {
        Example = """
            - id: lead-handed-over
              title: A new account lead records the handover within 10 working days
              for each: change of a role
              where: { role: account lead }
              deadline: { done: handover recorded, within: 10 working days, after: its start }
            """,
    };

    private static Outcome By(LocalDate? day, LocalDate today) => day <= today ? Outcome.DoneOn(day) : Outcome.Not;
}
