using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Chooses the subjects whose trait has one of these values.</summary>
/// <param name="Values">In lower case.</param>
public sealed record Choice(Trait Trait, ImmutableArray<string> Values) : IChoice
{
    public ImmutableArray<Need> Needs => [Trait.Need];

    public string InWords => $"{Trait.Name} {Phrases.Any(Values)}";

    public Case? Choose(Case subject, AccountView view)
    {
        if (Trait.Of(view, subject) is { } value)
            return Values.Contains(value) ? subject : null;
        // A value that could not be read may be the one sought: nobody takes silence for good news.
        if (subject.Refused is not null)
            return subject;
        return RefusedBy(view) is { } fault ? subject with { Refused = fault, Days = null } : null;
    }

    private Fault? RefusedBy(AccountView view) => view.Faults.Count == 0 ? null
        : view.Faults.FirstOrDefault(f => MissingData.Concerns(f, Trait.Need) && (f.Column is null || Trait.Need.Columns.Contains(f.Column)));
}
