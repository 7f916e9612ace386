using System.Reflection;
using Azure.Messaging.ServiceBus;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>An emulator of a test's own, with clients of it.</summary>
internal sealed class EmulatedBus : IAsyncDisposable
{
    /// <summary>Before a test calls something hung. No test measures time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>For receives that are expected to find nothing: a slow machine makes the test weaker, and never fail.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly ServiceBusSettings settings;

    private EmulatedBus(ServiceBusSettings settings, ServiceBusEmulator emulator)
    {
        (this.settings, Emulator) = (settings, emulator);
        Client = Connect(0);
    }

    public static string ContractFile { get; } = Path.Combine(RepositoryRoot(), "tests/Local.Tests/Bus/contract.json");

    public ServiceBusEmulator Emulator { get; }

    /// <summary>Without retries, so that a test sees each failure.</summary>
    public ServiceBusClient Client { get; }

    public string JournalPath => Path.Combine(settings.JournalFolder!, "service-bus.journal");

    public static Task<EmulatedBus> InMemoryAsync(TimeProvider? clock = null) =>
        StartAsync(new() { EntitiesFile = ContractFile, Clock = clock ?? TimeProvider.System });

    public static Task<EmulatedBus> JournalledAsync(TimeProvider? clock = null) => StartAsync(new()
    {
        EntitiesFile = ContractFile,
        JournalFolder = Directory.CreateTempSubdirectory("plumbline-bus-").FullName,
        Clock = clock ?? TimeProvider.System,
    });

    public ServiceBusClient Connect(int retries) => new(Emulator.ConnectionString, new ServiceBusClientOptions
    {
        RetryOptions = new()
        {
            Mode = ServiceBusRetryMode.Fixed,
            Delay = TimeSpan.FromMilliseconds(1),
            MaxRetries = retries,
            TryTimeout = Patience,
        },
    });

    /// <summary>The process ends without a word, and another begins where its journal ends.</summary>
    public async Task<EmulatedBus> CrashAsync(Action? between = null)
    {
        Emulator.Abandon();
        await Client.DisposeAsync();
        between?.Invoke();
        return await StartAsync(settings);
    }

    public async Task SendAsync(string entity, params ServiceBusMessage[] messages)
    {
        await using ServiceBusSender sender = Client.CreateSender(entity);
        await sender.SendMessagesAsync(messages);
    }

    public async Task<ServiceBusReceivedMessage> NextAsync(string queue, SubQueue subQueue = SubQueue.None) =>
        await NextAsync(Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = subQueue }));

    public static async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) =>
        Assert.IsType<ServiceBusReceivedMessage>(await receiver.ReceiveMessageAsync(Patience));

    /// <summary>Everything in the queue, whatever its state.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAsync(string queue, SubQueue subQueue = SubQueue.None) =>
        await Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = subQueue })
            .PeekMessagesAsync(100, fromSequenceNumber: 0);

    /// <summary>The bodies of everything in the queue.</summary>
    public async Task<string> BodiesAsync(string queue, SubQueue subQueue = SubQueue.None) =>
        string.Join(' ', (await PeekAsync(queue, subQueue)).Select(m => m.Body.ToString()));

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Emulator.DisposeAsync();
        if (settings.JournalFolder is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string RepositoryRoot() =>
        typeof(EmulatedBus).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "RepositoryRoot").Value!;

    private static async Task<EmulatedBus> StartAsync(ServiceBusSettings settings) =>
        new(settings, await ServiceBusEmulator.StartAsync(settings, CancellationToken.None));
}
