using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>A firm's tables on the shared Azurite, under names of their own, and the hosts that run on them.</summary>
internal sealed class FirmTables : IAsyncDisposable
{
    private readonly string _connection;
    private readonly TableSet _tables;
    private readonly Dictionary<string, string> _exported = [];
    private readonly ConcurrentBag<ExportsContainer> _opened = [];
    private int _runs;

    private FirmTables(string connection, string prefix, string? folder)
    {
        (_connection, Prefix, Folder) = (connection, prefix, folder);
        _tables = new(new(connection, TablesSettings.Options()), Prefix);
        Bus = FirmBus.Open(Clock, folder);
    }

    public FirmBus Bus { get; private set; }

    public string Prefix { get; }

    /// <summary>Where the bus keeps its journal; null where it has none.</summary>
    public string? Folder { get; }

    /// <summary>What the firm's hosts are measured with.</summary>
    public Meter Meter { get; } = new("Plumbline");

    public FakeClock Clock { get; } = FakeClock.At("2026-11-20T09:00:00Z");

    public LocalDate Today => LocalDate.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <param name="isEmpty">Whether it is the first run that makes the tables; else they are there.</param>
    public static async Task<FirmTables> CreateAsync(bool journalled = false, bool isEmpty = false)
    {
        var tables = new FirmTables(
            await AzuriteFixture.ConnectionStringAsync(), $"t{Guid.NewGuid():N}", journalled ? Directory.CreateTempSubdirectory("plumbline-bus-").FullName : null);
        if (!isEmpty)
            await tables._tables.CreateAsync(CancellationToken.None);
        return tables;
    }

    /// <summary>How long a message stays invisible: where its receipt is lost, those that wait for it wait so long in real time.</summary>
    public static readonly TimeSpan InHand = TimeSpan.FromSeconds(1);

    /// <summary>The receipts of the messages that hosts of this process had in hand, by message.</summary>
    public ConcurrentDictionary<string, string> Held { get; } = [];

    /// <summary>The firm's exports as a host reads them. Copies that a dead host leaves are deleted with the firm.</summary>
    public ExportsContainer Exports(BlobClientOptions options, DateTimeZone zone)
    {
        var exports = new ExportsContainer(Container(options), zone, KnownWords.Common, null);
        _opened.Add(exports);
        return exports;
    }

    private BlobContainerClient Container(BlobClientOptions? options = null) => new BlobServiceClient(_connection, options).GetBlobContainerClient(Prefix);

    /// <summary>The firm's systems export their files.</summary>
    public async Task UploadAsync(SmallFirm firm)
    {
        BlobContainerClient container = Container();
        if (_exported.Count == 0)
            await container.CreateIfNotExistsAsync();
        foreach ((string name, string text) in FirmExports.Of(firm).Where(f => _exported.GetValueOrDefault(f.Name) != f.Text))
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
            _exported[name] = text;
        }
    }

    /// <summary>What dead or failed hosts had in hand becomes visible again, as it does after its time.</summary>
    public async Task ReturnMessagesAsync()
    {
        foreach ((string id, string receipt) in Held)
        {
            try
            {
                await Queue().UpdateMessageAsync(id, receipt, visibilityTimeout: TimeSpan.Zero);
            }
            catch (RequestFailedException gone) when (gone.Status is 400 or 404)
            {
                // It was done, or somebody else has it.
            }
            Held.TryRemove(id, out _);
        }
        // A process that was killed, or never had the answer, has no receipt to give back.
        while ((await Queue().GetPropertiesAsync()).Value.ApproximateMessagesCount > 0 && (await Queue().PeekMessageAsync()).Value is null)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    private string QueueName => $"{Prefix}-{QueuedWork.Evaluations}";

    private QueueServiceClient QueueAccount(QueueClientOptions? options)
    {
        options ??= new();
        options.MessageEncoding = QueueMessageEncoding.Base64;
        return new(_connection, options);
    }

    public TableSet Open(TableClientOptions options) => new(new(_connection, options), Prefix);

    /// <summary>The same firm, in another process.</summary>
    public static FirmTables Elsewhere(string connection, string prefix, string folder, DateTimeOffset now)
    {
        var tables = new FirmTables(connection, prefix, folder);
        tables.Clock.Jump(now - tables.Clock.GetUtcNow());
        return tables;
    }

    /// <summary>Lets another process have the bus until it has ended.</summary>
    public async Task LendAsync(Func<string, Task> other)
    {
        Bus.Abandon();
        await other(_connection);
        Bus = Bus.Reopen();
    }

    /// <summary>The process ends without a word, and another finds the bus as its journal says.</summary>
    public void Crash()
    {
        Bus.Abandon();
        Bus = Bus.Reopen();
    }

    /// <summary>A host as it is built anew: it knows nothing of those before it.</summary>
    public GovernanceRun Host(SmallFirm firm, Wire? wire = null) => Host((today, stop) => Task.FromResult(firm.Read(today, stop)), firm.Policy, wire);

    public GovernanceRun Host(ReadSources sources, Policy policy, Wire? wire, GraphCalendars? graph = null)
    {
        TableSet tables = new(new(_connection, wire?.Options ?? TablesSettings.Options()), Prefix);
        return new(tables, Bus.Alerts, sources, new(graph, tables), policy, Clock);
    }

    public Task<RunResult> RunAsync(SmallFirm firm, Wire? wire = null) => Host(firm, wire).RunAsync(Request(), CancellationToken.None);

    public async Task<RunResult> RunOnAsync(LocalDate day, SmallFirm firm)
    {
        Clock.Jump(TimeSpan.FromDays(Period.DaysBetween(Today, day)));
        return await RunAsync(firm);
    }

    public RunRequest Request(params string[] accounts) => new($"run-{Interlocked.Increment(ref _runs)}", [.. accounts], "test");

    public async Task<List<TableEntity>> RowsAsync(string table, string firstKey = "")
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in _tables[table].QueryAsync<TableEntity>())
            if (row.RowKey.StartsWith(firstKey, StringComparison.Ordinal))
                rows.Add(row);
        return rows;
    }

    public RunStart Start(SmallFirm firm) => new(_tables, Evaluations(), firm.Policy, Clock);

    /// <summary>The firm's queue of runs.</summary>
    /// <param name="options">Null for the usual ones.</param>
    public QueuedWork Evaluations(QueueClientOptions? options = null) => new(QueueAccount(options), QueueName);

    public QueueClient Queue(QueueClientOptions? options = null) => QueueAccount(options).GetQueueClient(QueueName);

    public Relay Relay(Wire? wire = null) => new(wire is null ? _tables : Open(wire.Options), Bus.Alerts, new(Meter), Clock);

    public Operations Operations() => new(new(Meter), stop => NewestRuns.ReadAsync(_tables, Clock.GetUtcNow(), stop), Evaluations(), new(_tables), Clock, NullLogger<Operations>.Instance);

    /// <summary>Takes the runs that are asked for.</summary>
    public Evaluations Taking(SmallFirm firm) => new(Host(firm).RunAsync, new(Meter), Clock);

    public Task WriteAsync(string table, params TableEntity[] rows) =>
        _tables[table].SubmitTransactionAsync(rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)));

    public async Task DeleteAsync(string table, Func<TableEntity, bool> which)
    {
        foreach (TableEntity row in (await RowsAsync(table)).Where(which))
            await _tables[table].DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    public Task<List<TableEntity>> AlertsAsync() => RowsAsync(TableNames.Alerts, AlertRow.First);

    public Task<List<TableEntity>> OutboxAsync() => RowsAsync(TableNames.Alerts, OutboxRow.First);

    /// <summary>The alerts of a measure, each as <c>key state because</c>.</summary>
    public async Task<string[]> StatesAsync(string measure) =>
        [.. (await AlertsAsync()).Where(a => a.Text("measure") == measure).Select(a => $"{a.Text("key")} {a.Text("state")} {a.Text("because")}".Trim())];

    public Task<List<TableEntity>> TransitionsAsync() => RowsAsync(TableNames.Transitions);

    /// <summary>What one alert told, in order.</summary>
    public async Task<string[]> ToldAsync(string key) =>
        [.. (await TransitionsAsync()).Where(o => o.Text("key") == key).Select(o => o.Text("type"))];

    /// <summary>Every row of every table but the ledger of runs, without instants and tags.</summary>
    public async Task<string[]> EverythingAsync()
    {
        List<string> all = [];
        foreach (string table in TableNames.All.Where(t => t != TableNames.Runs))
            all.AddRange((await RowsAsync(table)).Select(r => $"{table} {Line(r)}"));
        return [.. all.Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync()
    {
        foreach (ExportsContainer exports in _opened)
            exports.Dispose();
        Meter.Dispose();
        return Bus.DisposeAsync();
    }

    private static string Line(TableEntity row) => string.Join(" | ", row.Keys
        .Where(k => k is not ("Timestamp" or "odata.etag") && row[k] is not DateTimeOffset).Order(StringComparer.Ordinal).Select(k => $"{k}={row[k]}"));
}

internal static class RowText
{
    public static string Text(this TableEntity row, string column) => row.GetString(column) ?? "";
}
