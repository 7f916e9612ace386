using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>The app's storage and bus for one class of tests, under names of their own in the Azurite that all share.</summary>
public sealed class TablesOfTheApp : IAsyncLifetime
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}"[..16];
    private string _connection = "";
    private TableSet? _tables;

    internal FirmBus Bus { get; } = FirmBus.Open(TimeProvider.System);

    /// <summary>The container of exports, which is there.</summary>
    internal BlobContainerClient Exports => new(_connection, _prefix);

    public async Task InitializeAsync()
    {
        _connection = await AzuriteFixture.ConnectionStringAsync();
        _tables = Open(TablesSettings.Options());
        await _tables.CreateAsync(CancellationToken.None);
        await Exports.CreateIfNotExistsAsync();
    }

    public Task DisposeAsync() => Bus.DisposeAsync().AsTask();

    /// <summary>The app with all that it needs.</summary>
    /// <param name="services">Given the app's services last.</param>
    internal Task<ServedApp> AppAsync(Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings)
    {
        // Where a setting stands twice, the later one holds.
        (string, string)[] all =
        [
            (TablesSettings.Key, _connection), (QueueSettings.Key, _connection), (ExportsSettings.Key, _connection),
            (BusSettings.Section, Bus.Connection),
            ($"{ExportKeys.Section}:{ExportKeys.SettingOf("invoices.csv")}", HttpFunction.ExportKey), ($"{ExportKeys.Section}:calendars", HttpFunction.ExportKey), .. settings,
        ];
        return ServedApp.StartAsync(own =>
        {
            own.AddSingleton(_tables!).AddSingleton(Work(NewQueue())).AddSingleton(Exports);
            services?.Invoke(own);
        }, [.. all.GroupBy(s => s.Item1).Select(g => g.Last())]);
    }

    internal Task<ServedApp> AppAsync(Wire wire) => AppAsync(services => services.AddSingleton(Open(wire.Options)));

    internal TableSet Open(TableClientOptions options) => new(new(_connection, options), _prefix);

    /// <summary>The name of a queue that nobody has used.</summary>
    internal static string NewQueue() => $"q{Guid.NewGuid():N}";

    internal QueuedWork Work(string queue) => new(new(_connection, QueueOptions), queue);

    internal QueueClient Queue(string name) => new(_connection, name, QueueOptions);

    internal async Task<List<TableEntity>> RunsAsync() => await _tables![TableNames.Runs].QueryAsync<TableEntity>().ToListAsync();

    public async Task WriteAsync(string table, params TableEntity[] rows)
    {
        foreach (var partition in rows.GroupBy(r => r.PartitionKey))
            foreach (var some in partition.Chunk(100))
                await _tables![table].SubmitTransactionAsync(some.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)));
    }

    private static QueueClientOptions QueueOptions => new() { MessageEncoding = QueueMessageEncoding.Base64 };
}
