using System.Collections.Immutable;

namespace Plumbline.Domain.Measures;

/// <summary>Every word of the language, by its name. A new word is one file and a line here.</summary>
public static class Vocabulary
{
    public static ImmutableArray<Population> Populations { get; } = [];

    public static ImmutableArray<Anchor> Anchors { get; } = [];

    public static ImmutableArray<Event> Events { get; } = [];

    public static ImmutableArray<Amount> Amounts { get; } = [];

    public static ImmutableArray<Figure> Figures { get; } = [];
}
