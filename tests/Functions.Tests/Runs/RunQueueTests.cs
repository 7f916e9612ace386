using Azure.Data.Tables;
using Azure.Storage.Queues.Models;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>Runs as messages: opened, sent, taken, and dropped where a later one has said it all.</summary>
public sealed class RunQueueTests
{
    private static SmallFirm OneDebt() => new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1))] }.InOrder(new(2026, 11, 20));

    [Fact]
    public async Task A_second_run_of_the_day_sends_one_message_on_the_queue_and_none_on_the_topic()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        Evaluations evaluations = tables.Taking(firm);
        List<int> told = [];
        foreach (int _ in Enumerable.Range(0, 2))
        {
            await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
            QueueMessage message = Assert.Single((await tables.Queue().ReceiveMessagesAsync(10)).Value);
            await evaluations.TakeAsync(message.MessageText, CancellationToken.None);
            await tables.Queue().DeleteMessageAsync(message.MessageId, message.PopReceipt);
            told.Add((await tables.Bus.ToldAsync()).Count);
            tables.Clock.Jump(TimeSpan.FromHours(1));
        }

        Assert.Equal([1, 1], told);
        Assert.Equal(["finished", "finished"], (await tables.RowsAsync(TableNames.Runs)).Select(r => r.Text("state")));
    }

    [Fact]
    public async Task A_run_is_in_the_ledger_before_its_message_is_sent_and_says_what_it_was_asked()
    {
        FirmTables tables = await FirmTables.CreateAsync();

        string run = await tables.Start(OneDebt()).StartAsync(["A1", "A 2"], "request", CancellationToken.None);

        TableEntity row = Assert.Single(await tables.RowsAsync(TableNames.Runs));
        Assert.Equal((run, "opened", "A1 A 2"), (row.Text("run"), row.Text("state"), row.Text("accounts")));
        PeekedMessage message = await tables.Queue().PeekMessageAsync();
        Assert.Equal($$"""{"run":"{{run}}","accounts":["A1","A 2"],"facts":"all","because":"request"}""", message.MessageText);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"run":"","accounts":"all"}""")]
    [InlineData("""{"run":"r","accounts":"some"}""")]
    [InlineData("""{"run":"r","accounts":[]}""")]
    [InlineData("""{"run":"r","accounts":[1]}""")]
    [InlineData("""{"run":7,"accounts":"all"}""")]
    public async Task A_message_that_is_not_a_run_fails_and_so_ends_in_the_poison_queue(string body)
    {
        var evaluations = new Evaluations((_, _) => throw new InvalidOperationException("it ran"), new(new("Plumbline")), TimeProvider.System);
        await Assert.ThrowsAsync<FormatException>(() => evaluations.TakeAsync(body, CancellationToken.None));
    }

    [Fact]
    public async Task A_run_that_a_later_one_has_overtaken_is_dropped_and_writes_its_own_row_only()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        string early = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        tables.Clock.Jump(TimeSpan.FromHours(1));
        string late = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        GovernanceRun host = tables.Host(firm);
        await host.RunAsync(new(late, [], "timer"), CancellationToken.None);
        firm.Invoices.Clear();
        string[] before = await tables.EverythingAsync();

        RunResult result = await host.RunAsync(new(early, [], "timer"), CancellationToken.None);

        Assert.True(result.IsDropped);
        Assert.Equal(before, await tables.EverythingAsync());
        Assert.Equal(["finished", "dropped"], (await tables.RowsAsync(TableNames.Runs)).Select(r => r.Text("state")));
    }

    [Fact]
    public async Task A_run_that_is_overtaken_while_it_reads_its_sources_takes_nothing_back()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt(), voided = OneDebt();
        voided.Change("INV-1", i => i with { State = "void" });
        await tables.RunAsync(firm);
        tables.Clock.Jump(TimeSpan.FromHours(1));
        string early = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        tables.Clock.Jump(TimeSpan.FromMinutes(1));
        string late = await tables.Start(firm).StartAsync([], "request", CancellationToken.None);
        GovernanceRun slow = tables.Host(
            async (today, stop) =>
            {
                Snapshot before = firm.Read(today, stop);
                await tables.Host(voided).RunAsync(new(late, [], "request"), stop);
                return before;
            }, firm.Policy, null);

        RunResult result = await slow.RunAsync(new(early, [], "timer"), CancellationToken.None);

        Assert.True(result.IsDropped);
        Assert.Equal(["INV-1~2026-09-01 resolved no longer applies"], await tables.StatesAsync("no-aged-debt"));
        Assert.Equal(["opened", "resolved"], await tables.ToldAsync("INV-1~2026-09-01"));
        Assert.Equal(["finished", "dropped", "finished"], (await tables.RowsAsync(TableNames.Runs)).Select(r => r.Text("state")));
    }

    [Fact]
    public async Task A_later_run_of_some_accounts_or_one_that_failed_overtakes_nobody()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        string early = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        tables.Clock.Jump(TimeSpan.FromHours(1));
        GovernanceRun host = tables.Host(firm);
        foreach (string account in new[] { "A2", "all" })
            await host.RunAsync(new(await tables.Start(firm).StartAsync([account], "request", CancellationToken.None), [account], "request"), CancellationToken.None);
        string failing = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        GovernanceRun broken = tables.Host((_, _) => throw new InvalidDataException("secret"), firm.Policy, null);
        await Assert.ThrowsAsync<InvalidDataException>(() => broken.RunAsync(new(failing, [], "timer"), CancellationToken.None));

        RunResult result = await host.RunAsync(new(early, [], "timer"), CancellationToken.None);

        Assert.False(result.IsDropped);
        Assert.Single(await tables.AlertsAsync());
    }
}
