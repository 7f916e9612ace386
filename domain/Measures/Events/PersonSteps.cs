using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>
/// What is done for a person who comes to an account, is on it, or leaves it: items of a kind of their own that name the person, and the
/// account or none. Of several, the one done first decides; what was done before the person came is no step of leaving.
/// </summary>
public static class PersonSteps
{
    public static Event Checks { get; } = Step("checks done", "checked", "do the checks, and record the day", ItemKinds.Checks);

    public static Event Clearance { get; } = Step("clearance given", "cleared", "have the clearance given, and record the day", ItemKinds.Clearance);

    public static Event Equipment { get; } = Step("equipment ready", "equipped", "provide the equipment, and record the day", ItemKinds.Equipment);

    public static Event RollOffPlan { get; } = Step("roll-off plan made", "made", "make a roll-off plan, and record the day", ItemKinds.RollOffPlan, sinceTheStart: true) with { Thing = "roll-off plan" };

    public static Event Offboarding { get; } = Step("offboarding done", "done", "offboard the person, and record the day", ItemKinds.Offboarding, sinceTheStart: true) with { Thing = "offboarding" };

    private static Event Step(string name, string phrase, string remedy, string kind, bool sinceTheStart = false) =>
        new(name, phrase, remedy, [new(Sources.Items, "account_id", "person_id", "anchor_on", "done_on") { Kinds = [kind] }], (view, subject) => Of(view, subject, kind, sinceTheStart));

    private static Outcome Of(AccountView view, Case subject, string kind, bool sinceTheStart)
    {
        if (subject.Person is not { } person)
            return Outcome.Not;
        LocalDate? first = null;
        foreach (Item item in view.ItemsOf(kind, person))
            if (item.By(view.Today, ItemDay.Done) is { } done && !(first <= done) && !(sinceTheStart && done < subject.Spell?.From))
                first = done;
        return Outcome.If(first);
    }
}
