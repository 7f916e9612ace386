using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>The <c>where</c> of a measure: of a population those whose traits are among the ones that are named.</summary>
public static class Choosing
{
    public static Population Where(this Population all, Trait trait, ImmutableArray<string> values) => all with
    {
        Needs = [.. all.Needs, trait.Need],
        Of = view => all.Of(view).Select(subject => Chosen(subject, trait, values, view)).OfType<Case>(),
    };

    /// <summary>One whose trait was given and could not be read may be meant: it is neither chosen nor left out.</summary>
    private static Case? Chosen(Case subject, Trait trait, ImmutableArray<string> values, AccountView view)
    {
        if (trait.Of(view, subject) is { } value)
            return values.Contains(value) ? subject : null;
        Fault? refused = view.Faults.Where(f => MissingData.Concerns(f, trait.Need) && (f.Column is null || trait.Need.Columns.Contains(f.Column))).MinBy(f => f.Line);
        return refused is null ? null : subject with { Refused = refused, Days = null };
    }
}
