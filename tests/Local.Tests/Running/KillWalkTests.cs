using Azure.Data.Tables;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Running;

/// <summary>
/// Kills the worker, or the whole program, at points of the first run. The tables and the topic end as those of an undisturbed run.
/// </summary>
[Collection(UndisturbedRunTests.Name)]
public sealed class KillWalkTests(UndisturbedRun undisturbed)
{
    private const int AllPoints = 20;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("PLUMBLINE_LONG") == "1";

    /// <summary>Points of the run, in twentieths of its rows: one in the usual suite, all in the long one.</summary>
    private static int[] Points(int usual) => IsLong ? [.. Enumerable.Range(0, AllPoints)] : [usual];

    [Fact]
    public async Task A_first_run_whose_worker_is_killed_loses_nothing()
    {
        foreach (int point in Points(13))
        {
            using var exports = new SmallExports();
            await using var program = new LocalProgram(exports.Arguments);
            await ReachAsync(program, point);
            await Processes.SignalAsync(program.Worker, "KILL");
            await program.UpAsync();
            EndState.Same(undisturbed.EndState, await EndState.ReadAsync(program));
            // Those of the killed worker are gone, and those of the other go with it.
            Assert.Single(CopiesOfExports(exports));
            Assert.Equal(0, await program.InterruptAsync());
            Assert.Empty(CopiesOfExports(exports));
        }
        Report($"worker processes killed: {Points(13).Length}");
    }

    [Fact]
    public async Task A_first_run_whose_program_is_killed_is_made_good_by_the_next_start()
    {
        foreach (int point in Points(7))
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
        Report($"local programs killed: {Points(7).Length}");
    }

    // How far the run has come is seen by its rows.
    private async Task ReachAsync(LocalProgram program, int point)
    {
        await program.HearAsync("Running once.");
        TableServiceClient tables = EndState.TablesOf(program);
        int wanted = undisturbed.Rows * point / AllPoints;
        await Patience.UntilAsync(async () => await UndisturbedRun.CountAsync(tables) >= wanted, $"the run has {wanted} rows");
    }

    private static string[] CopiesOfExports(SmallExports exports) =>
        Directory.GetDirectories(Path.Combine(exports.Home, "host", "worker-temp"), "plumbline-exports-*");

    private static void Report(string line)
    {
        if (Environment.GetEnvironmentVariable("PLUMBLINE_REPORT") is { Length: > 0 } file)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}
