using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>What is done for a person who joins an account, is on it, or leaves it (IW).</summary>
public static class PersonSteps
{
    public static Event Checks { get; } = Step("checks done", "checked", "do the checks, and record the day", ItemKinds.Checks) with { Meaning = MeaningOfChecks };

    private static Meaning MeaningOfChecks => new(
        "An item of kind `checks` that belongs to this stay of the person on the account has its `done_on`; of several, the one done first decides.",
        "A stay without such an item is not done.")
    {
        With = ["items of a stay"],
        Example = """
            - id: checked-by-the-start
              title: Whoever joins an account is checked by the start
              for each: person joining an account
              deadline: { done: checks done, before: its start }
            """,
    };

    public static Event Clearance { get; } = Step("clearance given", "cleared", "have the clearance given, and record the day", ItemKinds.Clearance) with { Meaning = MeaningOfClearance };

    private static Meaning MeaningOfClearance => new(
        "An item of kind `clearance` that belongs to this stay of the person on the account has its `done_on`; of several, the one done first decides.",
        "What was done for another stay of the same person does not count.")
    {
        With = ["items of a stay"],
        Example = """
            - id: cleared-by-the-start
              title: Whoever joins an account is cleared by the start
              for each: person joining an account
              deadline: { done: { all of: [checks done, clearance given] }, before: its start }
            """,
    };

    public static Event Equipment { get; } = Step("equipment ready", "equipped", "provide the equipment, and record the day", ItemKinds.Equipment) with { Meaning = MeaningOfEquipment };

    private static Meaning MeaningOfEquipment => new(
        "An item of kind `equipment` that belongs to this stay of the person on the account has its `done_on`; of several, the one done first decides.",
        "It counts for the stay that begins next, when it is dated between two stays.")
    {
        With = ["items of a stay"],
        Example = """
            - id: equipped-by-the-start
              title: Whoever joins an account is equipped by the start
              for each: person joining an account
              deadline: { done: equipment ready, before: its start }
            """,
    };

    public static Event RollOffPlan { get; } = Step("roll-off plan made", "made", "make a roll-off plan, and record the day", ItemKinds.RollOffPlan) with { Thing = "roll-off plan", Meaning = MeaningOfRollOffPlan };

    private static Meaning MeaningOfRollOffPlan => new(
        "An item of kind `roll-off plan` that belongs to this stay of the person on the account has its `done_on`; of several, the one done first decides.",
        "Only the stay that includes the day judged is asked for one.")
    {
        With = ["items of a stay"],
        Example = """
            - id: roll-off-planned
              title: Each person on an account has a roll-off plan within 12 months of joining it
              for each: person now on an account
              deadline: { done: roll-off plan made, within: 12 months, after: its start }
            """,
    };

    public static Event Offboarding { get; } = Step("offboarding done", "done", "offboard the person, and record the day", ItemKinds.Offboarding) with { Thing = "offboarding", Meaning = MeaningOfOffboarding };

    private static Meaning MeaningOfOffboarding => new(
        "An item of kind `offboarding` that belongs to this stay of the person on the account has its `done_on`; of several, the one done first decides.",
        "An item dated between two stays belongs to the stay before it.")
    {
        With = ["items of a stay"],
        Example = """
            - id: offboarded-in-time
              title: Whoever leaves an account is offboarded within 5 working days
              for each: person leaving an account
              deadline: { done: offboarding done, within: 5 working days, after: its end }
            """,
    };

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
