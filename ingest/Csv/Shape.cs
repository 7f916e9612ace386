using System.Collections.Immutable;

namespace Plumbline.Ingest.Csv;

/// <summary>What the columns of a plain file are called, and which of them it cannot do without.</summary>
internal sealed record Shape(string Source)
{
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Which rows are the same thing, the id last; empty where equal rows are separate facts.</summary>
    public ImmutableArray<string> Key { get; init; } = [];

    /// <summary>Columns beside the key without which no row says anything.</summary>
    public ImmutableArray<string> Vital { get; init; } = [];

    /// <summary>Columns whose bad value costs itself and not its row: few measures need them.</summary>
    public ImmutableArray<string> Lenient { get; init; } = [];

    /// <summary>Columns that may be missing, each with what is then taken in its place (law 7).</summary>
    public ImmutableArray<(string Column, string Default)> Defaults { get; init; } = [];

    /// <summary>Columns whose day may lie far ahead, as the end of a contract.</summary>
    public ImmutableArray<string> Distant { get; init; } = [];

    /// <summary>Whether rows of an account that the register does not know are facts all the same: what is owed is owed to the firm.</summary>
    public bool KeepsUnmatched { get; init; }

    /// <summary>Whether an id that is no longer there means something.</summary>
    public bool KeepsIds { get; init; }
}
