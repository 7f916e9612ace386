using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>Law 2: running twice changes nothing the second time, nor does running at once, or dying anywhere.</summary>
public sealed class OnceMoreTests
{
    private const int Attempts = 5;
    private static readonly LocalDate Today = new(2026, 11, 20);

    private static SmallFirm TwoDebts() => new SmallFirm
    {
        Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1)), SmallFirm.Invoice("INV-2", new(2026, 10, 25)), SmallFirm.Invoice("INV-3", new(2026, 9, 2), "A2")],
    }.InOrder(Today);

    /// <summary>The day after: one paid, one void, one gone, one new.</summary>
    private static SmallFirm TheDayAfter()
    {
        SmallFirm firm = TwoDebts();
        firm.Change("INV-1", i => i with { State = "paid", Outstanding = 0, Days = [.. i.Days, (ItemDay.Paid, Today)] });
        firm.Invoices.Add(SmallFirm.Invoice("INV-4", new(2026, 9, 3), "A2"));
        firm.Change("INV-3", i => i with { State = "void" });
        firm.Invoices.RemoveAll(i => i.Id == "INV-2");
        return firm;
    }

    [Fact]
    public async Task A_second_run_of_the_day_writes_its_row_in_runs_and_nothing_else()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        var wire = new Wire();
        GovernanceRun host = tables.Host(TwoDebts(), wire);
        await host.RunAsync(tables.Request(), CancellationToken.None);
        string[] before = await tables.EverythingAsync();
        wire.Requests.Clear();

        await host.RunAsync(tables.Request(), CancellationToken.None);

        Assert.Equal(2, wire.Requests.Count(r => !r.IsQuery));
        Assert.All(wire.Requests.Where(r => !r.IsQuery), r => Assert.Contains(TableNames.Runs, r.Url, StringComparison.Ordinal));
        Assert.Equal(before, await tables.EverythingAsync());
        Assert.Equal(2, (await tables.RowsAsync(TableNames.Runs)).Count(r => r.Text("state") == "finished"));
    }

    [Fact]
    public async Task Every_query_names_its_partition()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        var wire = new Wire();

        await tables.RunAsync(TwoDebts(), wire);

        Assert.Contains(wire.Requests, r => r.IsQuery);
        Assert.All(wire.Requests.Where(r => r.IsQuery), r => Assert.Contains("PartitionKey%20eq%20%27", r.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eight_runs_at_once_leave_what_one_run_leaves()
    {
        FirmTables alone = await FirmTables.CreateAsync(), together = await FirmTables.CreateAsync();
        foreach (SmallFirm firm in new[] { TwoDebts(), TheDayAfter() })
        {
            await alone.RunAsync(firm);
            RunResult[] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => together.RunAsync(firm)));
            Assert.All(results, r => Assert.Null(r.Error));
        }

        Assert.Equal(await alone.EverythingAsync(), await together.EverythingAsync());
        var told = (await together.TransitionsAsync()).ToLookup(o => o.Text("fingerprint"));
        Assert.All(await together.AlertsAsync(), a => Assert.Equal(told[a.Text("fingerprint")].Count(), a.GetInt32("sequence")));
        Assert.Empty(await together.OutboxAsync());
    }

    [Fact]
    public async Task A_refused_write_is_decided_again()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        int refused = 0;
        var wire = new Wire { Refuses = w => w.Body.Contains("INV-1", StringComparison.Ordinal) && Interlocked.Increment(ref refused) < Attempts };

        RunResult result = await tables.RunAsync(TwoDebts(), wire);

        Assert.Empty(result.Left);
        Assert.Equal(3, (await tables.AlertsAsync()).Count);
    }

    [Fact]
    public async Task An_account_that_is_refused_five_times_is_left_to_the_next_run()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        var wire = new Wire { Refuses = w => w.Body.Contains("INV-1", StringComparison.Ordinal) };

        RunResult result = await tables.RunAsync(TwoDebts(), wire);

        Assert.Equal<AccountId>([new("A1")], result.Left);
        Assert.Equal(Attempts, wire.Requests.Count(r => r.IsWrite && r.Body.Contains("INV-1", StringComparison.Ordinal)));
        Assert.Equal(["A2"], (await tables.AlertsAsync()).Select(a => a.Text("account")));
        Assert.Equal("A1", Assert.Single(await tables.RowsAsync(TableNames.Runs)).Text("leftaccounts"));
        Assert.Empty((await tables.RunAsync(TwoDebts())).Left);
        Assert.Equal(3, (await tables.AlertsAsync()).Count);
    }
}
