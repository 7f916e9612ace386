using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>What the app may rely on in Table storage, wherever it runs.</summary>
public abstract partial class TableContract : IAsyncLifetime
{
    private readonly ConcurrentBag<TableClient> _made = [];

    private TableServiceClient? _account;

    /// <summary>The service takes keys of 1,024 characters; an emulator may take fewer.</summary>
    protected virtual int LongestKey => 1_024;

    private TableServiceClient Account => _account!;

    public async Task InitializeAsync() => _account = new(await ConnectionStringAsync(), TablesSettings.Options());

    public async Task DisposeAsync()
    {
        foreach (TableClient table in _made)
            await table.DeleteAsync();
    }

    protected abstract Task<string> ConnectionStringAsync();

    private async Task<TableClient> NewTableAsync()
    {
        TableClient table = Account.GetTableClient(NewName());
        await table.CreateIfNotExistsAsync();
        _made.Add(table);
        return table;
    }

    private static string NewName() => $"t{Guid.NewGuid():N}";

    private static TableEntity Row(string rowKey, string partitionKey = "p") => new(partitionKey, rowKey) { ["Value"] = rowKey };

    private static async Task<List<TableEntity>> AllAsync(TableClient table, string? filter = null) => await table.QueryAsync<TableEntity>(filter).ToListAsync();

    private static async Task RefusedAsync(int status, TableErrorCode code, Func<Task> act)
    {
        RequestFailedException refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal((status, code.ToString()), (refusal.Status, refusal.ErrorCode));
    }
}
