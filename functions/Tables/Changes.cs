using Azure.Data.Tables;

namespace Plumbline.Functions.Tables;

/// <summary>What to write so that a partition holds what it should: only what differs, and only over the versions that were read.</summary>
public static class Changes
{
    /// <summary>Makes the stored rows the wanted ones; what is not wanted goes.</summary>
    public static IEnumerable<TableTransactionAction> To(IReadOnlyCollection<TableEntity> wanted, IReadOnlyDictionary<string, TableEntity> stored)
    {
        HashSet<string> kept = [.. wanted.Select(r => r.RowKey)];
        return Puts(wanted, stored).Concat(Deletes(stored.Values.Where(r => !kept.Contains(r.RowKey))));
    }

    public static IEnumerable<TableTransactionAction> Puts(IEnumerable<TableEntity> wanted, IReadOnlyDictionary<string, TableEntity> stored) =>
        wanted.Select(row => Put(row, stored.GetValueOrDefault(row.RowKey))).OfType<TableTransactionAction>();

    public static IEnumerable<TableTransactionAction> Deletes(IEnumerable<TableEntity> rows) =>
        rows.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, r.ETag));

    /// <summary>Null where the row stands already.</summary>
    public static TableTransactionAction? Put(TableEntity row, TableEntity? stored) => stored switch
    {
        null => new(TableTransactionActionType.Add, row),
        _ when Columns.Same(row, stored) => null,
        _ => new(TableTransactionActionType.UpdateReplace, row, stored.ETag),
    };
}
