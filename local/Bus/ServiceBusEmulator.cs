using Plumbline.Local.Bus.Amqp;

namespace Plumbline.Local.Bus;

/// <summary>A Service Bus namespace on this machine, for the official client over AMQP 1.0. It listens on 127.0.0.1 only.</summary>
public sealed class ServiceBusEmulator : IAsyncDisposable
{
    private const string JournalName = "service-bus.journal", AzureSite = "WEBSITE_SITE_NAME";

    private readonly CancellationTokenSource ending = new();
    private readonly Broker broker;
    private readonly CallGate gate;
    private readonly AmqpFront front;
    private int ended;

    private ServiceBusEmulator(int? port, Broker broker)
    {
        (this.broker, gate) = (broker, new(ending.Token));
        front = new(port, broker, gate, ending.Token);
    }

    public int Port => front.Port;

    /// <summary>For a client on this machine. The key is not checked: any token is accepted.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;"
        + "UseDevelopmentEmulator=true;";

    /// <summary>Awaited before and after each call; what it returns befalls the call. null: calls pass.</summary>
    public Func<BusCall, CancellationToken, ValueTask<BusFault>>? Interceptor
    {
        get => gate.Interceptor;
        set => gate.Interceptor = value;
    }

    /// <summary>
    /// Reads the entities and the journal, and listens. Throws a <see cref="ServiceBusEmulatorException"/> where it cannot.
    /// </summary>
    public static Task<ServiceBusEmulator> StartAsync(ServiceBusSettings settings, CancellationToken cancellationToken) =>
        Task.Run(() => Start(settings, journalOpener: null), cancellationToken);

    /// <summary>Ends as a killed process would: connections drop, calls under way are never answered, nothing more is written.</summary>
    public void Abandon()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
        {
            broker.Dispose();
            front.Abort();
            ending.Cancel();
        }
    }

    /// <summary>Closes the connections and the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) == 0)
        {
            await ending.CancelAsync();
            front.Close();
            broker.Dispose();
        }

        ending.Dispose();
    }

    internal static ServiceBusEmulator Start(ServiceBusSettings settings, JournalOpener? journalOpener)
    {
        RefuseInAzure(Environment.GetEnvironmentVariable(AzureSite));
        IReadOnlyList<Entity> entities = EntitiesFile.Read(settings.EntitiesFile);
        Broker broker = OpenBroker(settings, entities, journalOpener);
        try
        {
            var emulator = new ServiceBusEmulator(settings.Port, broker);
            emulator.front.Open();
            return emulator;
        }
        catch
        {
            broker.Dispose();
            throw;
        }
    }

    internal static void RefuseInAzure(string? site)
    {
        if (!string.IsNullOrEmpty(site))
        {
            throw new ServiceBusEmulatorException(
                $"The Service Bus emulator does not run in Azure ({AzureSite} is '{site}'): give the app the connection of a namespace.");
        }
    }

    private static Broker OpenBroker(ServiceBusSettings settings, IReadOnlyList<Entity> entities, JournalOpener? journalOpener)
    {
        Journal? journal = settings.JournalFolder is { } folder ? new(Path.Combine(folder, JournalName), journalOpener, settings.NotKept) : null;
        try
        {
            return new(entities, journal, settings.Clock);
        }
        catch
        {
            journal?.Dispose();
            throw;
        }
    }
}
