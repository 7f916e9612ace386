using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tables;

/// <summary>One partition of a table: no query and no transaction reaches beyond it.</summary>
public sealed class Partition(TableClient table, string key)
{
    public Task<Dictionary<string, TableEntity>> ReadAsync(CancellationToken cancellationToken) =>
        FilledAsync(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), cancellationToken);

    /// <summary>The rows from one key on, up to another that is not among them.</summary>
    public Task<Dictionary<string, TableEntity>> ReadAsync(string first, string end, CancellationToken cancellationToken) =>
        FilledAsync(Between(first, end), cancellationToken);

    public async Task<List<string>> KeysAsync(CancellationToken cancellationToken)
    {
        List<string> keys = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), select: ["RowKey"], cancellationToken: cancellationToken))
            keys.Add(row.RowKey);
        return keys;
    }

    /// <summary>The first so many keys behind one.</summary>
    public async Task<string[]> KeysAfterAsync(string after, int count, CancellationToken cancellationToken)
    {
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey gt {after}");
        return [.. (await table.QueryAsync<TableEntity>(filter, count, ["RowKey"], cancellationToken).Take(count).ToListAsync(cancellationToken)).Select(r => r.RowKey)];
    }

    /// <summary>The rows in their order, as far as the reader goes.</summary>
    public AsyncPageable<TableEntity> Walk(int page, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), page, cancellationToken: cancellationToken);

    /// <summary>The rows from one key on, up to another that is not among them, page after page: what was walked over may go meanwhile.</summary>
    public IAsyncEnumerable<Page<TableEntity>> Walk(string first, string end, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(Between(first, end), cancellationToken: cancellationToken).AsPages();

    /// <summary>Deletes rows in whatever version; those that somebody else has deleted are gone as well.</summary>
    public async Task DeleteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (IReadOnlyList<WriteUnit> batch in Batches.Of(rows.Select(r => new WriteUnit([new(TableTransactionActionType.Delete, r, ETag.All)]))))
        {
            try
            {
                await table.SubmitTransactionAsync(batch.SelectMany(u => u.Actions), cancellationToken);
            }
            catch (RequestFailedException refusal) when (IsConflict(refusal))
            {
                foreach (TableTransactionAction each in batch.SelectMany(u => u.Actions))
                    await table.DeleteEntityAsync(each.Entity.PartitionKey, each.Entity.RowKey, ETag.All, cancellationToken);
            }
        }
    }

    public Task WriteAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        WriteAsync(actions.Select(a => new WriteUnit([a])), _ => { }, cancellationToken);

    /// <summary>Writes each unit whole, as many in a transaction as one takes; tells of each transaction that is stored.</summary>
    public async Task WriteAsync(IEnumerable<WriteUnit> units, Action<IReadOnlyList<WriteUnit>> stored, CancellationToken cancellationToken)
    {
        foreach (IReadOnlyList<WriteUnit> batch in Batches.Of(units))
        {
            await table.SubmitTransactionAsync(batch.SelectMany(u => u.Actions), cancellationToken);
            stored(batch);
        }
    }

    /// <summary>Whether somebody else wrote what this write was to replace, add or delete.</summary>
    public static bool IsConflict(RequestFailedException refusal) =>
        refusal.Status == 412 || refusal.ErrorCode == TableErrorCode.EntityAlreadyExists || refusal.ErrorCode == TableErrorCode.ResourceNotFound;

    private string Between(string first, string end) => TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey ge {first} and RowKey lt {end}");

    private async Task<Dictionary<string, TableEntity>> FilledAsync(string filter, CancellationToken cancellationToken)
    {
        Dictionary<string, TableEntity> rows = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            rows.Add(row.RowKey, row);
        return rows;
    }
}
