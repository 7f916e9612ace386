using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Events;

/// <summary>What is told of a change of a role, on the row of the person who takes it: the team knows, and the one before has handed it over.</summary>
public static class RoleTold
{
    public static Event Announced { get; } = new("announced to the team", "announced to the team", "tell the team, and record the day",
        [new(Sources.Roles, "announced_on")], (view, subject) => By(subject.Assignment?.AnnouncedOn, view.Today));

    public static Event HandedOver { get; } = new("handover recorded", "handed over", "hand it over, and record the day",
        [new(Sources.Roles, "handover_on")], (view, subject) => By(subject.Assignment?.HandoverOn, view.Today));

    private static Outcome By(LocalDate? day, LocalDate today) => day <= today ? Outcome.DoneOn(day) : Outcome.Not;
}
