using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>When what the measure is about begins and ends: a time on an account, a role, an absence.</summary>
public static class SpellEnds
{
    public static Anchor Start { get; } = new("its start", Needs("from"), (_, subject) => subject.Spell?.From) { Phrase = "the first day", Meaning = MeaningOfStart };

    private static Meaning MeaningOfStart => new(
        "The first day of the spell that the subject is about: a stay on an account, a role, an absence.",
        "A spell whose first day is blank has no due day.")
    {
        With = ["stays"],
        Example = """
            - id: onboarded-in-time
              title: Whoever joins an account has equipment by the start
              for each: person joining an account
              deadline: { done: equipment ready, before: its start }
            """,
    };

    public static Anchor End { get; } = new("its end", Needs("to"), (_, subject) => subject.Spell?.To) { Phrase = "the last day", Meaning = MeaningOfEnd };

    private static Meaning MeaningOfEnd => new(
        "The last day of the spell that the subject is about, which still belongs to it.",
        "Of a stay it is the earliest of the row's `to`, the end of the person's employment and the end of the account or engagement.")
    {
        With = ["stays"],
        Example = """
            - id: offboarded-in-time
              title: Whoever leaves an account is offboarded within 5 working days
              for each: person leaving an account
              deadline: { done: offboarding done, within: 5 working days, after: its end }
            """,
    };

    private static System.Collections.Immutable.ImmutableArray<Need> Needs(string column) =>
        [new(Sources.Roles, column) { WithPopulation = true }, new(Sources.Absences, column) { WithPopulation = true }];
}
