using Azure.Data.Tables;

namespace Plumbline.Benchmarks.Publishing;

/// <summary>What the tables take by themselves: the same rows as a run writes, in transactions of 100, as many accounts at once, and nothing else.</summary>
internal static class BareLoop
{
    private const int AtOnce = 16;
    private const int RowsOfATransaction = 100;

    /// <param name="template">The rows of one account, by table, as a run has left them.</param>
    /// <returns>How many rows were written or deleted.</returns>
    public static async Task<int> WriteAsync(TableServiceClient service, string prefix, IReadOnlyDictionary<string, List<TableEntity>> template, IEnumerable<string> accounts)
    {
        foreach (var table in template.Keys)
        {
            await service.GetTableClient(prefix + table).CreateIfNotExistsAsync();
        }

        var rows = 0;
        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (account, _) =>
        {
            // The outbox is written with the alerts and taken out again once it is among the transitions.
            List<TableEntity> outbox = [.. template["transitions"].Select(row => Copy(row, account, $"o~{row.RowKey}"))];
            var written = await AddAsync(service.GetTableClient(prefix + "alerts"), outbox, TableTransactionActionType.Add);
            foreach (var (table, stored) in template)
            {
                written += await AddAsync(service.GetTableClient(prefix + table), [.. stored.Select(row => Copy(row, account, row.RowKey))], TableTransactionActionType.Add);
            }

            written += await AddAsync(service.GetTableClient(prefix + "alerts"), outbox, TableTransactionActionType.Delete);
            Interlocked.Add(ref rows, written);
        });
        return rows;
    }

    private static async Task<int> AddAsync(TableClient table, List<TableEntity> rows, TableTransactionActionType type)
    {
        foreach (var some in rows.Chunk(RowsOfATransaction))
        {
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(type, row, Azure.ETag.All)));
        }

        return rows.Count;
    }

    private static TableEntity Copy(TableEntity row, string account, string key)
    {
        var copy = new TableEntity(account, key);
        foreach (var (name, value) in row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
        {
            copy[name] = value;
        }

        return copy;
    }
}
