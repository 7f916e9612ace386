using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
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
        Evaluations evaluations = new(tables.Host(firm).RunAsync);
        List<int> told = [];
        foreach (int _ in Enumerable.Range(0, 2))
        {
            await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
            ServiceBusReceiver queue = tables.Bus.Connect().CreateReceiver(Outgoing.Evaluations);
            ServiceBusReceivedMessage message = Assert.Single(await queue.ReceiveMessagesAsync(10, TimeSpan.FromSeconds(1)));
            await evaluations.TakeAsync(message, CancellationToken.None);
            await queue.CompleteMessageAsync(message);
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
        ServiceBusReceivedMessage? message = await tables.Bus.Connect().CreateReceiver(Outgoing.Evaluations).PeekMessageAsync();
        Assert.Equal($$"""{"run":"{{run}}","accounts":["A1","A 2"],"facts":"all","because":"request"}""", message!.Body.ToString());
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
    public async Task A_message_that_is_no_run_fails_and_so_ends_among_the_dead_letters(string body)
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.Bus.Evaluations.SendAsync([new(body)], CancellationToken.None);
        var message = await tables.Bus.Connect().CreateReceiver(Outgoing.Evaluations).ReceiveMessageAsync(TimeSpan.FromSeconds(1));
        var evaluations = new Evaluations((_, _) => throw new InvalidOperationException("it ran"));
        await Assert.ThrowsAsync<FormatException>(() => evaluations.TakeAsync(message!, CancellationToken.None));
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
    public async Task A_later_run_of_some_accounts_or_one_that_failed_overtakes_nobody()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        string early = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        tables.Clock.Jump(TimeSpan.FromHours(1));
        GovernanceRun host = tables.Host(firm);
        await host.RunAsync(new(await tables.Start(firm).StartAsync(["A2"], "request", CancellationToken.None), ["A2"], "request"), CancellationToken.None);
        string failing = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        GovernanceRun broken = tables.Host((_, _) => throw new InvalidDataException("secret"), firm.Policy, null);
        await Assert.ThrowsAsync<InvalidDataException>(() => broken.RunAsync(new(failing, [], "timer"), CancellationToken.None));

        RunResult result = await host.RunAsync(new(early, [], "timer"), CancellationToken.None);

        Assert.False(result.IsDropped);
        Assert.Single(await tables.AlertsAsync());
    }

    [Fact]
    public async Task A_later_run_of_an_account_called_all_is_no_run_of_everything()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        string early = await tables.Start(firm).StartAsync([], "timer", CancellationToken.None);
        tables.Clock.Jump(TimeSpan.FromHours(1));
        GovernanceRun host = tables.Host(firm);
        await host.RunAsync(new(await tables.Start(firm).StartAsync(["all"], "request", CancellationToken.None), ["all"], "request"), CancellationToken.None);

        RunResult result = await host.RunAsync(new(early, [], "timer"), CancellationToken.None);

        Assert.False(result.IsDropped);
        Assert.Single(await tables.AlertsAsync());
    }
}
