using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Bus;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>A firm's bus: an emulator of its own with the topic that the program declares, and a client that does not try again.</summary>
internal sealed class FirmBus : IAsyncDisposable
{
    private readonly ServiceBusSettings _settings;
    private readonly ServiceBusEmulator _emulator;
    private readonly ServiceBusClient _client;

    private FirmBus(ServiceBusSettings settings)
    {
        (_settings, _emulator) = (settings, ServiceBusEmulator.Start(settings, journalOpener: null));
        _client = new(Connection, new ServiceBusClientOptions { RetryOptions = new() { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(60) } });
    }

    public string Connection => _emulator.ConnectionString;

    public Func<BusCall, CancellationToken, ValueTask<BusFault>>? Interceptor
    {
        get => _emulator.Interceptor;
        set => _emulator.Interceptor = value;
    }

    /// <summary>A sender of its own each time, as each host has.</summary>
    public Outgoing Alerts => new(_client.CreateSender(Outgoing.Alerts));

    /// <param name="folder">Where it keeps its journal; null where it has none.</param>
    public static FirmBus Open(TimeProvider clock, string? folder = null) => new(new()
    {
        EntitiesFile = Path.Combine(AppContext.BaseDirectory, "Bus", "entities.json"),
        JournalFolder = folder,
        Clock = clock,
    });

    /// <summary>The process ends without a word.</summary>
    public void Abandon() => _emulator.Abandon();

    /// <summary>Another process, which finds what the journal says.</summary>
    public FirmBus Reopen() => new(_settings);

    /// <summary>Every send is rejected so, until null is given.</summary>
    public void Refuse(BusError? error) => Interceptor = error is { } why ? (call, _) => new(call.Operation == BusOperation.Send ? BusFault.Reject(why) : BusFault.None) : null;

    /// <summary>What the topic's plain subscription holds, in its order.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ToldAsync()
    {
        await using ServiceBusReceiver receiver = _client.CreateReceiver(Outgoing.Alerts, "all");
        List<ServiceBusReceivedMessage> told = [];
        while (await receiver.PeekMessagesAsync(1_000, told.Count == 0 ? 0 : told[^1].SequenceNumber + 1) is { Count: > 0 } some)
            told.AddRange(some);
        return told;
    }

    public async Task SendAsync(IEnumerable<ServiceBusMessage> messages)
    {
        await using ServiceBusSender sender = _client.CreateSender(Outgoing.Alerts);
        await sender.SendMessagesAsync(messages);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _emulator.DisposeAsync();
        if (_settings.JournalFolder is { } folder && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
