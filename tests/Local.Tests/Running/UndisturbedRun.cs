using Azure;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Local.Tests.Running;

/// <summary>A first run that nothing disturbed, ended by Ctrl-C, and its end state.</summary>
public sealed class UndisturbedRun : IAsyncLifetime, IDisposable
{
    private readonly SmallExports exports = new();

    private static readonly string[] Counted = [TableNames.Runs, TableNames.Findings, TableNames.Alerts, TableNames.Transitions];

    /// <summary>To start the program once more where it ended.</summary>
    internal string[] Arguments => exports.Arguments;

    internal EndState EndState { get; private set; } = null!;

    internal int Rows { get; private set; }

    public async Task InitializeAsync()
    {
        await using var program = new LocalProgram(exports.Arguments);
        await program.UpAsync();
        Assert.Contains(program.Errors, line => line.StartsWith("Uploaded 3 changed files of 3 of ", StringComparison.Ordinal));
        EndState = await EndState.ReadAsync(program);
        Rows = await CountAsync(EndState.TablesOf(program));
        Assert.NotEmpty(EndState.Alerts);
        Assert.NotEmpty(EndState.Messages);
        Assert.Equal(0, await program.InterruptAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => exports.Dispose();

    internal static async Task<int> CountAsync(TableServiceClient tables)
    {
        int rows = 0;
        foreach (string name in Counted)
            rows += await CountAsync(tables.GetTableClient(name));
        return rows;
    }

    private static async Task<int> CountAsync(TableClient table)
    {
        try
        {
            int rows = 0;
            await foreach (TableEntity _ in table.QueryAsync<TableEntity>(select: ["RowKey"]))
                rows++;
            return rows;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }
}

[CollectionDefinition(Name)]
public sealed class UndisturbedRunTests : ICollectionFixture<UndisturbedRun>
{
    public const string Name = "undisturbed run";
}
