using System.Collections.Immutable;

namespace Plumbline.Domain.Measures;

/// <summary>What a word means: its exact rule, written here and nowhere else, as <c>plumbline words</c> prints it.</summary>
/// <param name="Rule">Two to four plain sentences; the first says what the word is.</param>
public sealed record Meaning(params ImmutableArray<string> Rule)
{
    /// <summary>A measure in YAML with the word in it, which a policy loads.</summary>
    public string Example { get; init; } = "";

    /// <summary>The names of the words that it goes with; each of those goes with it too, and need not say so.</summary>
    public ImmutableArray<string> With { get; init; } = [];
}
