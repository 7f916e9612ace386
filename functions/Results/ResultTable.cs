using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Plumbline.Functions.Results;

/// <summary>A table that is served.</summary>
public sealed record ResultTable
{
    /// <summary>The version of the columns: taking one away, or changing what one holds, makes the next; adding one does not.</summary>
    public const int Version = 1;

    private static readonly ImmutableArray<ResultColumn> OfEveryTable =
    [
        new(nameof(ITableEntity.PartitionKey), ColumnTypes.Text),
        new(nameof(ITableEntity.RowKey), ColumnTypes.Text),
        new("v", ColumnTypes.Integer),
    ];

    /// <param name="columns">Those of its own.</param>
    internal ResultTable(string name, params IEnumerable<ResultColumn> columns)
    {
        Name = name;
        ResultColumn[] own = [.. columns];
        var amounts = own.Where(c => c.Type == ColumnTypes.MinorUnits).Select(c => c.InUnits);
        Columns = [.. OfEveryTable.Concat(own).Concat(amounts).OrderBy(c => c.Name, KeysFirst)];
    }

    public string Name { get; }

    /// <summary>The keys, then the others by name.</summary>
    public ImmutableArray<ResultColumn> Columns { get; }

    /// <summary>Whether the rows of an account can be asked for.</summary>
    internal bool IsByAccount { get; init; }

    /// <summary>The column with a row's own instant, in a table whose rows come and change with time alone; null in others.</summary>
    internal string? Instant { get; init; }

    /// <summary>Columns that can be asked for beside the account.</summary>
    internal ImmutableArray<string> Filters { get; init; } = [];

    private static IComparer<string> KeysFirst { get; } = Comparer<string>.Create((one, other) =>
        Rank(one) != Rank(other) ? Rank(one) - Rank(other) : string.CompareOrdinal(one, other));

    private static int Rank(string column) =>
        column switch { nameof(ITableEntity.PartitionKey) => 0, nameof(ITableEntity.RowKey) => 1, _ => 2 };
}
