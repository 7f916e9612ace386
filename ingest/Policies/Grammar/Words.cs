using System.Collections.Immutable;
using Plumbline.Domain.Measures;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The words that the measures of a policy may be made of.</summary>
public sealed record Words(
    ImmutableArray<Population> Populations,
    ImmutableArray<Anchor> Anchors,
    ImmutableArray<Event> Events,
    ImmutableArray<Amount> Amounts,
    ImmutableArray<Figure> Figures,
    ImmutableArray<Target> Targets,
    ImmutableArray<Trait> Traits,
    ImmutableArray<Worth> Worths,
    ImmutableArray<Trace> Traces,
    ImmutableArray<DaySet> DaySets)
{
    /// <summary>The career levels of the firm; empty where they are not known, and nothing is held against them.</summary>
    public ImmutableArray<string> CareerLevels { get; init; } = [];

    /// <summary>The population that the measure being read is for, which not every word goes with; null where it is not known.</summary>
    public Population? ForEach { get; init; }

    /// <summary>The kinds of activity that meetings of the policy are recognised as.</summary>
    public ImmutableArray<string> MeetingKinds { get; init; } = [];

    /// <summary>Every word of the language.</summary>
    public static Words Known { get; } =
        new(Vocabulary.Populations, Vocabulary.Anchors, Vocabulary.Events, Vocabulary.Amounts, Vocabulary.Figures, Vocabulary.Targets, Vocabulary.Traits, Vocabulary.Worths, Vocabulary.Traces, Vocabulary.DaySets);
}
