using Azure.Messaging.ServiceBus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

/// <summary>A broker of a test's own, with a client of it; a folder makes it journal.</summary>
internal sealed class LocalBus : IDisposable
{
    public static readonly string Contract = Path.Combine(AppContext.BaseDirectory, "StandIns", "Bus", "contract.json");

    private readonly string? folder;

    private LocalBus(string host, string? folder, TimeProvider clock)
    {
        (Host, this.folder) = (host, folder);
        Broker = Brokers.Open(host, new() { Folder = folder, Config = Contract, Clock = clock });
        Client = new(Connection);
    }

    public Broker Broker { get; }

    public ServiceBusClient Client { get; }

    public string Host { get; }

    public string Connection => $"Endpoint=sb://{Host}/;SharedAccessKeyName=local;SharedAccessKey=none";

    public string JournalPath => Path.Combine(folder!, Host + ".journal");

    public static LocalBus InMemory(TimeProvider? clock = null) => new(NewHost(), null, clock ?? TimeProvider.System);

    public static LocalBus Journalled(TimeProvider? clock = null) =>
        new(NewHost(), Directory.CreateTempSubdirectory("plumbline-bus-").FullName, clock ?? TimeProvider.System);

    /// <summary>The process ends without a word, and another begins where its journal ends.</summary>
    public LocalBus Crash(Action? between = null, TimeProvider? clock = null)
    {
        Broker.Abandon();
        between?.Invoke();
        return new(Host, folder, clock ?? Broker.Clock);
    }

    public Task SendAsync(string entity, params ServiceBusMessage[] messages) => Client.CreateSender(entity).SendMessagesAsync(messages);

    public void Dispose()
    {
        Broker.Dispose();
        if (folder != null && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static string NewHost() => $"{Guid.NewGuid():N}.local";
}
