using System.Collections.Immutable;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>A plain file as a test may give it.</summary>
/// <param name="Name">As the test calls it: <c>invoices</c>.</param>
/// <param name="Key">Which rows are the same thing; empty where each row is one of its own.</param>
internal sealed record GivenShape(string Name, ImmutableArray<string> Columns, ImmutableArray<string> Key);

/// <summary>A row that a test gives: its values by their columns.</summary>
internal sealed record GivenRow(Place At, ImmutableArray<(Text Column, Text Value)> Values)
{
    public Text? this[string column] => Values.FirstOrDefault(v => v.Column.Value == column).Value;

    /// <summary>What it is known by among the rows of its file; null where each is one of its own.</summary>
    public string? KeyBy(ImmutableArray<string> key) => key.IsEmpty ? null : string.Join('\n', key.Select(k => this[k]?.Value));

    /// <summary>The same thing with these values in the place of its own.</summary>
    public GivenRow With(GivenRow other) => new(other.At, [.. Values.Where(v => other[v.Column.Value] is null), .. other.Values]);
}

/// <summary>The files that a test gives, each with its rows; a file that is not among them is not there.</summary>
internal sealed record Given(ImmutableArray<(GivenShape File, Place At, ImmutableArray<GivenRow> Rows)> Files)
{
    public static Given Nothing { get; } = new([]);

    /// <summary>Both together. Where both have a row of the same key it is one, with the values of the second over those of the first.</summary>
    public Given And(Given others) => new(
    [
        .. Files.Where(f => others.Files.All(o => o.File != f.File)),
        .. others.Files.Select(o => Files.FirstOrDefault(f => f.File == o.File) is { File: not null } mine ? o with { Rows = Together(mine.Rows, o.Rows, o.File.Key) } : o),
    ]);

    private static ImmutableArray<GivenRow> Together(ImmutableArray<GivenRow> mine, ImmutableArray<GivenRow> others, ImmutableArray<string> key)
    {
        var rows = mine.ToList();
        foreach (GivenRow other in others)
        {
            int same = key.IsEmpty ? -1 : rows.FindIndex(r => r.KeyBy(key) == other.KeyBy(key));
            if (same < 0)
                rows.Add(other);
            else
                rows[same] = rows[same].With(other);
        }
        return [.. rows];
    }
}
