using Azure.Data.Tables;

namespace Plumbline.Functions.Results;

/// <summary>The columns of a stored row that are ours: its keys and what we wrote, without what the service adds.</summary>
internal static class StoredRow
{
    private const string PartitionKey = nameof(ITableEntity.PartitionKey);
    private const string RowKey = nameof(ITableEntity.RowKey);

    public static bool IsOurs(string column) =>
        column != nameof(ITableEntity.Timestamp) && !column.StartsWith("odata.", StringComparison.Ordinal);

    /// <summary>The keys first, then by name: the order in which the service gives columns is not promised.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((one, other) =>
        Rank(one) != Rank(other) ? Rank(one) - Rank(other) : string.CompareOrdinal(one, other));

    private static int Rank(string column) => column switch { PartitionKey => 0, RowKey => 1, _ => 2 };
}
