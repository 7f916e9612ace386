using System.Collections.Immutable;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Which of a population's subjects a measure is about: one condition of its <c>where</c>.</summary>
public interface IChoice
{
    ImmutableArray<Need> Needs { get; }

    /// <summary>To stand behind "with": <c>importance strategic</c>.</summary>
    string InWords { get; }

    /// <summary>The subject where it fits, in doubt where that cannot be told; null where it does not fit.</summary>
    Case? Choose(Case subject, AccountView view);

    /// <summary>The same population, of those alone who fit every choice.</summary>
    static Population Narrow(Population all, ImmutableArray<IChoice> choices) => choices.IsEmpty ? all : all with
    {
        Needs = [.. all.Needs, .. choices.SelectMany(c => c.Needs).SelectMany(n => n.WithPopulation ? Beside(all, n) : [n])],
        Chosen = $" with {Phrases.And(choices.Select(c => c.InWords))}",
        Of = view => all.Of(view).Select(c => choices.Aggregate((Case?)c, (subject, choice) => subject is null ? null : choice.Choose(subject, view))).OfType<Case>(),
    };

    /// <summary>Of the source that the population comes from the same rows count; of another none do.</summary>
    private static IEnumerable<Need> Beside(Population all, Need need) => all.Needs.Where(n => n.Source == need.Source).Select(n => need with { Kinds = n.Kinds });
}
