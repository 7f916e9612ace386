using Azure;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Running;

/// <summary>
/// Kills the worker, or the whole program, at points of the first run. The tables and the topic end as those of an undisturbed run.
/// </summary>
public sealed class KillWalkTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>
{
    private const int AllPoints = 20;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("PLUMBLINE_LONG") == "1";

    /// <summary>Points of the run, in twentieths of its rows.</summary>
    private static int[] Points(params int[] usual) => IsLong ? [.. Enumerable.Range(0, AllPoints)] : usual;

    [Fact]
    public async Task A_first_run_whose_worker_is_killed_loses_nothing()
    {
        foreach (int point in Points(4, 13))
        {
            using var exports = new SmallExports();
            await using var program = new LocalProgram(exports.Arguments);
            await ReachAsync(program, point);
            await Processes.SignalAsync(program.Worker, "KILL");
            await program.UpAsync();
            EndState.Same(undisturbed.EndState, await EndState.ReadAsync(program));
            Assert.Equal(0, await program.InterruptAsync());
        }
        Report($"worker processes killed: {Points(4, 13).Length}");
    }

    [Fact]
    public async Task A_first_run_whose_program_is_killed_is_made_good_by_the_next_start()
    {
        foreach (int point in Points(7, 16))
        {
            using var exports = new SmallExports();
            await using (var killed = new LocalProgram(exports.Arguments))
            {
                await ReachAsync(killed, point);
                await killed.KillAsync();
            }
            await using var next = new LocalProgram(exports.Arguments);
            await next.UpAsync();
            EndState.Same(undisturbed.EndState, await EndState.ReadAsync(next));
            Assert.Equal(0, await next.InterruptAsync());
        }
        Report($"local programs killed: {Points(7, 16).Length}");
    }

    // How far the run has come is seen by its rows.
    private async Task ReachAsync(LocalProgram program, int point)
    {
        await program.HearAsync("Running once.");
        TableServiceClient tables = EndState.TablesOf(program);
        int wanted = undisturbed.Rows * point / AllPoints;
        await Patience.UntilAsync(async () => await UndisturbedRun.CountAsync(tables) >= wanted, $"the run has {wanted} rows");
    }

    private static void Report(string line)
    {
        if (Environment.GetEnvironmentVariable("PLUMBLINE_REPORT") is { Length: > 0 } file)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}

/// <summary>The end state of a first run that nothing disturbed.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    private static readonly string[] Counted = [TableNames.Runs, TableNames.Findings, TableNames.Alerts, TableNames.Transitions];

    internal EndState EndState { get; private set; } = null!;

    internal int Rows { get; private set; }

    public async Task InitializeAsync()
    {
        using var exports = new SmallExports();
        await using var program = new LocalProgram(exports.Arguments);
        await program.UpAsync();
        EndState = await EndState.ReadAsync(program);
        Rows = await CountAsync(EndState.TablesOf(program));
        Assert.NotEmpty(EndState.Messages);
        Assert.Equal(0, await program.InterruptAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

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
