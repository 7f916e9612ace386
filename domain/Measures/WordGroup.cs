using System.Collections.Immutable;

namespace Plumbline.Domain.Measures;

/// <summary>Words of one kind.</summary>
/// <param name="Kind">One of them: <c>anchor</c>.</param>
/// <param name="Says">What such a word says: <c>the day that a deadline counts from</c>.</param>
public sealed record WordGroup(string Kind, string Says, ImmutableArray<IWord> Words)
{
    /// <summary>The word that all of them go with: the promise whose keys they are.</summary>
    public IWord? Of { get; init; }
}
