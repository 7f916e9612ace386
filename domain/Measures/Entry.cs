using System.Collections.Immutable;

namespace Plumbline.Domain.Measures;

/// <summary>A word that is no code of its own: a promise, a key of one, a party, a kind of activity, or a rule that holds for several words.</summary>
public sealed record Entry(string Name, Meaning? Meaning) : IWord
{
    public ImmutableArray<Need> Needs { get; init; } = [];
}
