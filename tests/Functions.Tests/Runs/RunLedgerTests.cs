using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

public sealed class RunLedgerTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private static SmallFirm OneDebt() => new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1))] }.InOrder(Today);

    [Fact]
    public async Task A_run_ends_in_the_row_that_it_began_in()
    {
        FirmTables tables = await FirmTables.CreateAsync();

        await tables.RunAsync(OneDebt());

        var row = Assert.Single(await tables.RowsAsync(TableNames.Runs));
        Assert.Equal(("2026-11", "finished", "all", "policy-1", "2026-11-20", ""), (row.PartitionKey, row.Text("state"), row.Text("accounts"), row.Text("policyhash"), row.Text("day"), row.Text("error")));
        // Two accounts and the firm; four sources, two leads and two reviews stand, one debt does not.
        Assert.Equal((3, 8, 1, 1), (row.GetInt32("committed"), row.GetInt32("met"), row.GetInt32("breached"), row.GetInt32("opened")));
        Assert.Equal(64, row.Text("sourceshash").Length);
    }

    [Fact]
    public async Task A_finished_run_whose_message_comes_again_keeps_its_row()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        string run = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        await tables.Host(firm).RunAsync(new(run, [], "timer"), CancellationToken.None);

        await tables.Host(firm).RunAsync(new(run, [], "timer"), CancellationToken.None);
        tables.Clock.Jump(TimeSpan.FromHours(1));
        await tables.RunAsync(firm);
        await tables.Host(firm).RunAsync(new(run, [], "timer"), CancellationToken.None);

        var row = Assert.Single(await tables.RowsAsync(TableNames.Runs), r => r.Text("run") == run);
        Assert.Equal(("finished", 3, 1), (row.Text("state"), row.GetInt32("committed"), row.GetInt32("opened")));
    }

    [Fact]
    public async Task Newer_runs_come_first()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(OneDebt());
        await tables.RunOnAsync(Today.PlusDays(1), OneDebt());

        Assert.Equal(["run-2", "run-1"], (await tables.RowsAsync(TableNames.Runs)).Select(r => r.Text("run")));
    }

    [Fact]
    public async Task A_run_of_one_account_commits_that_account_alone()
    {
        FirmTables tables = await FirmTables.CreateAsync();

        RunResult result = await tables.Host(OneDebt()).RunAsync(tables.Request("A2"), CancellationToken.None);

        Assert.Equal<AccountId>([new("A2")], result.Committed);
        Assert.Empty(await tables.AlertsAsync());
    }

    [Fact]
    public async Task A_run_that_fails_says_so_in_its_row_and_to_its_caller()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        GovernanceRun run = tables.Host((_, _) => throw new InvalidDataException("secret"), firm.Policy, null);

        await Assert.ThrowsAsync<InvalidDataException>(() => run.RunAsync(tables.Request(), CancellationToken.None));

        var row = Assert.Single(await tables.RowsAsync(TableNames.Runs));
        Assert.Equal(("failed", "InvalidDataException"), (row.Text("state"), row.Text("error")));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_reads_commits_nothing()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        using var cancelled = new CancellationTokenSource();
        SmallFirm firm = OneDebt();
        GovernanceRun run = tables.Host(Read, firm.Policy, null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(tables.Request(), cancelled.Token));

        Assert.Empty(await tables.RowsAsync(TableNames.Findings));
        Assert.Empty(await tables.AlertsAsync());

        async Task<Snapshot> Read(LocalDate today, CancellationToken stop)
        {
            await cancelled.CancelAsync();
            return firm.Read(today, stop);
        }
    }

    [Fact]
    public async Task The_day_is_the_firms_and_not_Greenwichs()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        // Half past midnight of a summer's day in London.
        tables.Clock.Jump(new DateTimeOffset(2027, 7, 1, 23, 30, 0, TimeSpan.Zero) - tables.Clock.GetUtcNow());

        await tables.RunAsync(OneDebt());

        Assert.Equal("2027-07-02", Assert.Single(await tables.RowsAsync(TableNames.Runs)).Text("day"));
    }
}
