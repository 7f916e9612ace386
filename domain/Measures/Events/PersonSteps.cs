using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>
/// What is done for a person who comes to an account, is on it, or leaves it: items of a kind of their own that name the person, and the
/// account or none. An item is of one stay alone, by its date, or else by the day it was done; of several of a stay, the one done first decides.
/// </summary>
public static class PersonSteps
{
    public static Event Checks { get; } = Step("checks done", "checked", "do the checks, and record the day", ItemKinds.Checks);

    public static Event Clearance { get; } = Step("clearance given", "cleared", "have the clearance given, and record the day", ItemKinds.Clearance);

    public static Event Equipment { get; } = Step("equipment ready", "equipped", "provide the equipment, and record the day", ItemKinds.Equipment);

    public static Event RollOffPlan { get; } = Step("roll-off plan made", "made", "make a roll-off plan, and record the day", ItemKinds.RollOffPlan) with { Thing = "roll-off plan" };

    public static Event Offboarding { get; } = Step("offboarding done", "done", "offboard the person, and record the day", ItemKinds.Offboarding) with { Thing = "offboarding" };

    private static Event Step(string name, string phrase, string remedy, string kind) =>
        new(name, phrase, remedy, [new(Sources.Items, "account_id", "person_id", "anchor_on", "done_on") { Kinds = [kind] }], (view, subject) => Of(view, subject, kind));

    private static Outcome Of(AccountView view, Case subject, string kind)
    {
        if (subject.Person is not { } person)
            return Outcome.Not;
        LocalDate? first = null;
        foreach (Item item in view.ItemsOf(kind, person))
            if (item.By(view.Today, ItemDay.Done) is { } done && !(first <= done) && (subject.Stays.IsEmpty || StayOf(item.On(ItemDay.Anchor) ?? done, kind, subject.Stays) == subject.Spell))
                first = done;
        return Outcome.If(first);
    }

    /// <summary>The stay in which the day lies, or the next one; after the last stay, the last. An offboarding between two stays is of the one before.</summary>
    private static (LocalDate? From, LocalDate? To) StayOf(LocalDate day, string kind, ImmutableArray<(LocalDate? From, LocalDate? To)> stays)
    {
        int next = 0;
        while (next < stays.Length && stays[next].To < day)
            next++;
        bool isBefore = next == stays.Length || (kind == ItemKinds.Offboarding && next > 0 && stays[next].From > day);
        return stays[isBefore ? next - 1 : next];
    }
}
