using System.Globalization;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Policies;
using Plumbline.Local.Azurite;

namespace Plumbline.Benchmarks.Publishing;

/// <summary>One run that opens very many alerts, beside a bare loop that writes the same rows: how much of the tables' own speed is left.</summary>
internal static class Publishing
{
    private static readonly string[] Tables = ["findings", "scores", "alerts", "ageing", "transitions"];

    /// <summary>How fast a run is beside the bare loop.</summary>
    public static Task MeasureAsync(int accounts, int alerts) => WithBusAsync(async (service, plain, client, received) =>
    {
        var firm = new IndebtedFirm(accounts, alerts);

        // The first of each warms the process; of the second, figures are given.
        await RunAsync(service, client, new(Math.Min(16, accounts), Math.Min(1_600, alerts)), "warm");
        var ran = await RunAsync(service, client, firm, "run");
        var template = await TemplateAsync(new(service, "run"), firm.Accounts.First());
        var began = TimeProvider.System.GetTimestamp();
        var rows = await BareLoop.WriteAsync(plain, "bare", template, firm.Accounts);
        var bare = TimeProvider.System.GetElapsedTime(began);

        Say($"{alerts} alerts of {accounts} accounts: {rows} rows written or deleted; {received()} messages received");
        Say($"run: {ran.TotalSeconds:0.0} s, {rows / ran.TotalSeconds:0} rows/s");
        Say($"bare loop: {bare.TotalSeconds:0.0} s, {rows / bare.TotalSeconds:0} rows/s; ratio {100 * bare / ran:0} %");
    });

    /// <summary>How live memory stands while the alerts of one run go out.</summary>
    public static Task WatchAsync(int accounts, int alerts) => WithBusAsync(async (service, _, client, received) =>
    {
        using var memory = new MemoryWatch(received);
        await RunAsync(service, client, new IndebtedFirm(accounts, alerts), "run");
        foreach (var (sent, live) in memory.Tenths(alerts))
        {
            Say($"{sent,7} messages received: {live >> 20} MB live");
        }
    });

    /// <param name="measure">Given the tables as the app opens them, and as the official client is by itself.</param>
    private static async Task WithBusAsync(Func<TableServiceClient, TableServiceClient, ServiceBusClient, Func<int>, Task> measure)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        await using var bus = await Bus.StartAsync();
        await using var client = new ServiceBusClient(bus.ConnectionString);
        using var stop = new CancellationTokenSource();
        var count = 0;
        var received = DrainAsync(client, some => Interlocked.Add(ref count, some), stop.Token);
        await measure(new TableServiceClient(azurite.ConnectionString, TablesSettings.Options()), new TableServiceClient(azurite.ConnectionString), client, () => Volatile.Read(ref count));
        await stop.CancelAsync();
        await received;
    }

    private static async Task<TimeSpan> RunAsync(TableServiceClient service, ServiceBusClient client, IndebtedFirm firm, string prefix)
    {
        var policy = PolicyFiles.Read(Path.Combine(AppContext.BaseDirectory, "policy")).Policy ?? throw new InvalidOperationException("the shipped policy is broken");
        policy = policy with { Measures = [.. policy.Measures.Where(measure => measure.Id == "no-aged-debt")] };
        var tables = new TableSet(service, prefix);
        await tables.CreateAsync(CancellationToken.None);
        var run = new GovernanceRun(tables, new Outgoing(client.CreateSender(Outgoing.Alerts)), (today, _) => Task.FromResult(firm.Read(today)), new Calendars(null, tables), policy, TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        var result = await run.RunAsync(new RunRequest(prefix, [], "benchmark"), CancellationToken.None);
        var took = TimeProvider.System.GetElapsedTime(began);
        return result is { Error: null, Left.IsEmpty: true, Unsent.IsEmpty: true } ? took : throw new InvalidOperationException($"the run did not end well: {result}");
    }

    private static async Task<Dictionary<string, List<TableEntity>>> TemplateAsync(TableSet tables, string account)
    {
        Dictionary<string, List<TableEntity>> template = [];
        foreach (var table in Tables)
        {
            template[table] = [.. (await tables.Partition(table, account).ReadAsync(CancellationToken.None)).Values];
        }

        return template;
    }

    /// <summary>A subscriber, so that the topic holds no more than it must.</summary>
    private static async Task DrainAsync(ServiceBusClient client, Action<int> took, CancellationToken stop)
    {
        var options = new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete, PrefetchCount = 500 };
        await using var receiver = client.CreateReceiver(Outgoing.Alerts, "all", options);
        while (true)
        {
            var messages = await receiver.ReceiveMessagesAsync(100, TimeSpan.FromSeconds(1), CancellationToken.None);
            if (messages.Count == 0 && stop.IsCancellationRequested)
            {
                return;
            }

            took(messages.Count);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
