using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Exports;
using Plumbline.Local.Azurite;
using Plumbline.Local.Bus;
using Plumbline.Local.Graph;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Local.Running;

/// <summary>The services that the functions ask, on this machine: storage, the bus and, for the sample, Graph.</summary>
internal sealed class LocalCloud : IAsyncDisposable
{
    private readonly KeptAzurite _azurite;
    private readonly ServiceBusEmulator _bus;
    private readonly GraphServer? _graph;

    private LocalCloud(KeptAzurite azurite, ServiceBusEmulator bus, GraphServer? graph, Task busFailed)
    {
        (_azurite, _bus, _graph) = (azurite, bus, graph);
        Completion = Task.WhenAny(azurite.Completion, busFailed).Unwrap();
        Tables = new(new TableServiceClient(azurite.ConnectionString, TablesSettings.Options()));
    }

    public TableSet Tables { get; }

    public BlobContainerClient Exports =>
        new BlobServiceClient(_azurite.ConnectionString).GetBlobContainerClient(ExportsSettings.Container);

    /// <summary>Fails when Azurite ended too often to be started again, or the bus cannot keep its messages.</summary>
    public Task Completion { get; }

    /// <param name="calendars">The folder of the calendars that Graph serves; null where it serves none.</param>
    /// <param name="say">Told, in a line each, how far it is.</param>
    public static async Task<LocalCloud> StartAsync(
        HomeFolder home, string? calendars, Action<string> say, CancellationToken cancellationToken)
    {
        // If one part cannot start, the parts that did are ended again.
        await using var started = new Started();
        var busFailed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = new ServiceBusSettings
        {
            EntitiesFile = EntitiesFile,
            JournalFolder = home.Bus,
            NotKept = why => busFailed.TrySetException(new ServiceBusEmulatorException(why)),
        };
        // A journal that cannot be read is told before Azurite is started for nothing.
        ServiceBusEmulator emulator = started.Add(await ServiceBusEmulator.StartAsync(settings, cancellationToken));
        KeptAzurite azurite = started.Add(await KeptAzurite.StartAsync(home.Azurite, say, cancellationToken));
        say($"The Service Bus emulator is up on port {emulator.Port}.");
        GraphServer? graph = calendars is null ? null : started.Add(await GraphServer.StartAsync(calendars, cancellationToken));
        if (graph is not null)
            say($"The sample's calendars are served as Microsoft Graph at {graph.Address}.");
        started.Release();
        return new(azurite, emulator, graph, busFailed.Task);
    }

    /// <summary>What the functions are told of where everything is.</summary>
    /// <param name="exportKey">Opens each export for delivery.</param>
    public Dictionary<string, string> Settings(string policyFolder, string exportKey) => new(PlainFiles.Names.Append(Names.Calendars)
        .Select(source => KeyValuePair.Create($"{ExportKeys.Section}:{ExportKeys.SettingOf(source)}", exportKey)))
    {
        [TablesSettings.Key] = _azurite.ConnectionString,
        [QueueSettings.Key] = _azurite.ConnectionString,
        [ExportsSettings.Key] = _azurite.ConnectionString,
        [BusSettings.Section] = _bus.ConnectionString,
        [PolicySettings.Key] = policyFolder,
        [GraphSettings.CalendarsKey] = _graph is null ? "no" : "yes",
        [GraphSettings.BaseUrlKey] = _graph?.Address.AbsoluteUri ?? "",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    public async ValueTask DisposeAsync()
    {
        await (_graph?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _bus.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    internal static string EntitiesFile => Path.Combine(AppContext.BaseDirectory, "Bus", "entities.json");

    private sealed class Started : IAsyncDisposable
    {
        private readonly Stack<IAsyncDisposable> _parts = [];

        public T Add<T>(T part) where T : IAsyncDisposable
        {
            _parts.Push(part);
            return part;
        }

        public void Release() => _parts.Clear();

        public async ValueTask DisposeAsync()
        {
            while (_parts.TryPop(out IAsyncDisposable? part))
                await part.DisposeAsync();
        }
    }
}
