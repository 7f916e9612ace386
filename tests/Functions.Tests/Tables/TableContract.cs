using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>What the app may rely on in Table storage, wherever it runs.</summary>
public abstract partial class TableContract : IAsyncLifetime
{
    private readonly ConcurrentBag<TableClient> made = [];

    private TableServiceClient? account;

    /// <summary>The service takes keys of 1,024 characters; a stand-in may take fewer, never more.</summary>
    protected virtual int LongestKey => 1_024;

    private TableServiceClient Account => account!;

    public async Task InitializeAsync() => account = new TableServiceClient(await ConnectionStringAsync());

    public async Task DisposeAsync()
    {
        foreach (TableClient table in made)
        {
            await table.DeleteAsync();
        }
    }

    protected abstract Task<string> ConnectionStringAsync();

    private async Task<TableClient> NewTableAsync(string? name = null)
    {
        TableClient table = Account.GetTableClient(name ?? NewName());
        await table.CreateIfNotExistsAsync();
        made.Add(table);
        return table;
    }

    private static string NewName() => $"t{Guid.NewGuid():N}";

    private static TableEntity Row(string rowKey, string partitionKey = "p") => new(partitionKey, rowKey) { ["Value"] = rowKey };

    private static async Task<List<TableEntity>> AllAsync(TableClient table, string? filter = null)
    {
        var rows = new List<TableEntity>();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task RefusedAsync(int status, TableErrorCode code, Func<Task> act)
    {
        RequestFailedException refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal((status, code.ToString()), (refusal.Status, refusal.ErrorCode));
    }
}
