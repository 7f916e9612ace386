using System.Collections.Immutable;
using Plumbline.Domain.Measures.Keys;
using Plumbline.Domain.Measures.Rules;

namespace Plumbline.Domain.Measures;

/// <summary>Every word of the language, every key of a measure, and every rule that holds for several of them, by kind.</summary>
public static class Glossary
{
    /// <summary>Where two kinds have a word of one name, the first is meant by those that go with it.</summary>
    public static ImmutableArray<WordGroup> Groups { get; } =
    [
        new("population", "whom or what a measure is about, behind 'for each'", [.. Vocabulary.Populations]) { Of = Named("for each", MeasureKeys.All) },
        new("attribute", "what a population is narrowed by, behind 'where'", [.. Vocabulary.Traits, .. Vocabulary.Worths]) { Of = Named("where", MeasureKeys.All) },
        new("promise", "what a measure promises", [.. Promises.All]),
        new("anchor", "the day that a deadline counts from", [.. Vocabulary.Anchors]) { Of = Named("deadline", Promises.All) },
        new("event", "what fulfils a deadline", [.. Vocabulary.Events]) { Of = Named("deadline", Promises.All) },
        new("amount", "what a total of a deadline adds up", [.. Vocabulary.Amounts]) { Of = Named("deadline", Promises.All) },
        new("figure", "what a threshold holds against bounds", [.. Vocabulary.Figures]) { Of = Named("threshold", Promises.All) },
        new("target", "a bound that each account sets for itself", [.. Vocabulary.Targets]) { Of = Named("threshold", Promises.All) },
        new("trace", "what a cadence looks at in place of activities", [.. Vocabulary.Traces]) { Of = Named("cadence", Promises.All) },
        new("set of days", "what a coverage of days speaks of", [.. Vocabulary.DaySets]) { Of = Named("coverage", Promises.All) },
        new("party", "who takes part in an activity, behind 'attended by'", [.. Parties.All]) { Of = Named("attended by", CadenceKeys.All) },
        new("kind of activity", "a kind of activity with a rule of its own", [.. ActivityRules.All]) { Of = Named("cadence", Promises.All) },
        new("key of a measure", "what a measure says beside its promise", [.. MeasureKeys.All]),
        new("key of a deadline", "what a deadline says", [.. DeadlineKeys.All]) { Of = Named("deadline", Promises.All) },
        new("key of a cadence", "what a cadence says", [.. CadenceKeys.All]) { Of = Named("cadence", Promises.All) },
        new("key of a threshold", "what a threshold, and the change of a figure, says", [.. ThresholdKeys.All]) { Of = Named("threshold", Promises.All) },
        new("key of a coverage", "what a coverage says", [.. CoverageKeys.All]) { Of = Named("coverage", Promises.All) },
        new("key of an agreement", "what an agreement says", [.. AgreementKeys.All]) { Of = Named("agreement", Promises.All) },
        new("key of 'done'", "what fulfils a deadline, where it is more than one event", [.. DoneKeys.All]) { Of = Named("done", DeadlineKeys.All) },
        new("key of 'total'", "what a total says", [.. TotalKeys.All]) { Of = Named("total", DoneKeys.All) },
        new("key of 'attended by'", "who must have taken part, and who must not", [.. AttendedByKeys.All]) { Of = Named("attended by", CadenceKeys.All) },
        new("general rule", "what holds for several words",
        [
            .. Verdicts.All, .. WorkingDays.All, .. OnAnAccount.All, .. TheLead.All, .. EndedAccounts.All, .. WhatIsKnown.All, .. Vocabularies.All, .. RowRules.All, .. Cadences.All, .. Receivables.All,
        ]),
    ];

    /// <summary>The words of that name, case ignored: a key may be called as a word is, and mean another thing.</summary>
    public static IEnumerable<(WordGroup Group, IWord Word)> Find(string name) =>
        from each in All where each.Word.Name.Equals(name, StringComparison.OrdinalIgnoreCase) select each;

    /// <summary>The words that this one goes with, by kind: those that it names, those that name it, the one whose key it is, and its own keys.</summary>
    public static IEnumerable<(string Kind, ImmutableArray<string> Names)> GoesWith(IWord word) =>
        from @group in Groups
        let names = @group.Words.Where(other => !ReferenceEquals(other, word) && (Named(word).Contains(other) || Named(other).Contains(word))).Select(other => other.Name).ToImmutableArray()
        where !names.IsEmpty
        select (@group.Kind, names);

    private static IEnumerable<(WordGroup Group, IWord Word)> All => from @group in Groups from word in @group.Words select (@group, word);

    /// <summary>What a word says that it goes with.</summary>
    private static IEnumerable<IWord> Named(IWord word) =>
    [
        .. Groups.Where(g => g.Of is not null && g.Words.Contains(word)).Select(g => g.Of).OfType<IWord>(),
        .. (word as Population)?.GoesWith().Words ?? [],
        .. (word as Figure)?.Target() is { } target ? [target] : ImmutableArray<IWord>.Empty,
        .. NamesOf(word).Select(name => Find(name).FirstOrDefault(each => !ReferenceEquals(each.Word, word)).Word).OfType<IWord>(),
    ];

    private static IEnumerable<string> NamesOf(IWord word) => [.. word.Meaning?.With ?? [], .. (word as Population)?.GoesWith().Keys ?? []];

    private static Entry Named(string name, ImmutableArray<Entry> entries) => entries.First(e => e.Name == name);
}
