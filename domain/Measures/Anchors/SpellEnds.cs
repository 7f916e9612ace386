using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>When what the measure is about begins and ends: a time on an account, a role, an absence.</summary>
public static class SpellEnds
{
    public static Anchor Start { get; } = new("its start", Needs("from"), (_, subject) => subject.Spell?.From) { Phrase = "the first day" };

    public static Anchor End { get; } = new("its end", Needs("to"), (_, subject) => subject.Spell?.To) { Phrase = "the last day" };

    private static System.Collections.Immutable.ImmutableArray<Need> Needs(string column) =>
        [new(Sources.Roles, column) { WithPopulation = true }, new(Sources.Absences, column) { WithPopulation = true }];
}
