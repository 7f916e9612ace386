using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Walks;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>What a run leaves in the outbox goes out all the same, and at a cost that history does not raise.</summary>
public sealed class RelayTests
{
    private const int History = 2_000;
    private const int LongHistory = 100_000;

    private static SmallFirm OneDebt() => new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1))] }.InOrder(new(2026, 11, 20));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_bus_refused_during_a_run_is_sent_by_the_relay(bool isForbidden)
    {
        FirmTables tables = await FirmTables.CreateAsync();
        tables.Bus.Refuse(isForbidden ? BusError.Unauthorized : BusError.Timeout);
        RunResult result = await tables.RunAsync(OneDebt());
        Assert.Contains(new("A1"), result.Unsent);
        Assert.Equal(1, Assert.Single(await tables.RowsAsync(TableNames.Runs)).GetInt32("unsent"));
        Assert.Single(await tables.OutboxAsync());
        Assert.Empty(await tables.TransitionsAsync());

        tables.Bus.Refuse(null);
        await tables.Relay().SendAsync(CancellationToken.None);

        Assert.Empty(await tables.OutboxAsync());
        Assert.Single(await tables.TransitionsAsync());
        Assert.Single(await tables.Bus.ToldAsync());
    }

    [Fact]
    public async Task What_a_run_of_a_new_account_alone_could_not_send_is_sent_by_the_relay()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        tables.Bus.Refuse(BusError.Timeout);
        await tables.Host(OneDebt()).RunAsync(tables.Request("A1"), CancellationToken.None);
        Assert.Single(await tables.OutboxAsync());

        tables.Bus.Refuse(null);
        await tables.Relay().SendAsync(CancellationToken.None);

        Assert.Empty(await tables.OutboxAsync());
        Assert.Single(await tables.Bus.ToldAsync());
    }

    [Fact]
    public async Task A_transition_sent_again_is_received_once()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(OneDebt());
        TableEntity sent = Assert.Single(await tables.TransitionsAsync());
        var again = new TableEntity(sent.Where(c => c.Key is not ("odata.etag" or "Timestamp")).ToDictionary()) { RowKey = OutboxRow.First + sent.RowKey };
        await tables.WriteAsync(TableNames.Alerts, again);

        await tables.Relay().SendAsync(CancellationToken.None);

        Assert.Empty(await tables.OutboxAsync());
        Assert.Single(await tables.TransitionsAsync());
        Assert.Single(await tables.Bus.ToldAsync());
    }

    [Fact]
    public async Task The_relays_requests_are_as_many_as_the_accounts_whatever_was_sent_before()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(OneDebt());
        Asked[] before = await RelayedAsync(tables);
        int history = Suite.Of(History, LongHistory);
        foreach (TableEntity[] rows in Enumerable.Range(1, history).Select(n => new TableEntity($"A{1 + ((n - 1) / 100 % 1_000)}", $"{n:x32}~00000001") { ["type"] = "opened" }).Chunk(100))
            await tables.WriteAsync(TableNames.Transitions, rows);
        Asked[] after = await RelayedAsync(tables);

        Suite.Report($"old transitions beside which the relay asks as before: {history}");
        // The accounts, and one range of each: the firm itself is one of them.
        Assert.Equal(1 + 3, before.Length);
        Assert.Equal(before.Select(a => a.Url).Order(), after.Select(a => a.Url).Order());
        Assert.All(after, a => Assert.Contains("PartitionKey%20eq%20%27", a.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_transition_that_is_lost_is_seen_in_the_balance()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(OneDebt());
        var wire = new Wire();
        var balance = new Balance(tables.Open(wire.Options));
        Assert.Null(await balance.FaultAsync(CancellationToken.None));

        await tables.DeleteAsync(TableNames.Transitions, _ => true);

        Assert.Equal("1 alerts lack transitions", await balance.FaultAsync(CancellationToken.None));
        Assert.All(wire.Requests, r => Assert.Contains("PartitionKey%20eq%20%27", r.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_transition_that_comes_while_the_balance_is_looked_at_is_none_that_lacks()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneDebt();
        Item debt = firm.Invoices.Single();
        firm.Invoices.Clear();
        await tables.RunAsync(firm);
        tables.Bus.Refuse(BusError.Timeout);
        var wire = new Wire { Meanwhile = OpenAsync };

        Assert.Null(await new Balance(tables.Open(wire.Options)).FaultAsync(CancellationToken.None));

        Assert.Single(await tables.OutboxAsync());

        Task OpenAsync(Asked asked)
        {
            if (firm.Invoices.Count > 0 || !asked.Names(TableNames.Alerts) || !asked.Url.Contains("A1", StringComparison.Ordinal))
                return Task.CompletedTask;
            firm.Invoices.Add(debt);
            return tables.RunAsync(firm);
        }
    }

    private static async Task<Asked[]> RelayedAsync(FirmTables tables)
    {
        var wire = new Wire();
        Relay relay = tables.Relay(wire);
        await relay.SendAsync(CancellationToken.None);
        wire.Requests.Clear();
        await relay.SendAsync(CancellationToken.None);
        return [.. wire.Requests];
    }
}
