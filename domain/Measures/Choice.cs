using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Which of a population's subjects a measure is about: those whose trait has one of these values.</summary>
/// <param name="Values">In lower case.</param>
public sealed record Choice(Trait Trait, ImmutableArray<string> Values)
{
    /// <summary>The same population, of those alone who fit every choice.</summary>
    public static Population Of(Population all, ImmutableArray<Choice> choices) => choices.IsEmpty ? all : all with
    {
        Needs = [.. all.Needs, .. choices.Select(c => c.Trait.Need)],
        Chosen = $" with {Phrases.And(choices.Select(c => $"{c.Trait.Name} {Phrases.Any(c.Values)}"))}",
        Of = view => all.Of(view).Select(c => Chosen(c, choices, view)).OfType<Case>(),
    };

    private static Case? Chosen(Case subject, ImmutableArray<Choice> choices, AccountView view)
    {
        foreach (Choice choice in choices)
        {
            if (choice.Trait.Of(view, subject) is { } value)
            {
                if (!choice.Values.Contains(value))
                    return null;
            }
            // A value that could not be read may be the one sought: nobody takes silence for good news.
            else if (subject.Refused is null)
            {
                if (RefusedBy(choice.Trait.Need, view) is not { } fault)
                    return null;
                subject = subject with { Refused = fault, Days = null };
            }
        }
        return subject;
    }

    private static Fault? RefusedBy(Need need, AccountView view) => view.Faults.Count == 0 ? null
        : view.Faults.FirstOrDefault(f => view.Concerns(f, need) && (f.Column is null || need.Columns.Contains(f.Column)));
}
