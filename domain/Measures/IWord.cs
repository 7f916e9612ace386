using System.Collections.Immutable;

namespace Plumbline.Domain.Measures;

/// <summary>Something that a policy says or that its reader looks up, with its exact rule.</summary>
public interface IWord
{
    string Name { get; }

    /// <summary>The files and columns that it reads.</summary>
    ImmutableArray<Need> Needs { get; }

    /// <summary>Null only in a word that is not finished: a test finds it.</summary>
    Meaning? Meaning { get; }
}
