using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Bus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>A firm's bus, with the queues and topics that the program declares.</summary>
internal sealed class FirmBus(Broker broker, string? folder) : IDisposable
{
    private readonly ServiceBusClient _client = new($"Endpoint=sb://{broker.Host}/;SharedAccessKeyName=local;SharedAccessKey=none");

    public Broker Broker => broker;

    public string Connection => $"Endpoint=sb://{broker.Host}/;SharedAccessKeyName=local;SharedAccessKey=none";

    public Outgoing Alerts => new(_client.CreateSender(Outgoing.Alerts));

    public Outgoing Evaluations => new(_client.CreateSender(Outgoing.Evaluations));

    public static FirmBus Open(string name, TimeProvider clock, string? folder = null) => new(Brokers.Open($"{name}.local", new() { Clock = clock, Folder = folder }), folder);

    public FirmBus Crash()
    {
        broker.Abandon();
        return new(Brokers.Open(broker.Host, new() { Clock = broker.Clock, Folder = folder }), folder);
    }

    public ServiceBusClient Connect() => new(Connection);

    public void Dispose()
    {
        broker.Dispose();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the topic's plain subscription holds, in its order.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ToldAsync() =>
        await _client.CreateReceiver(Outgoing.Alerts, "all").PeekMessagesAsync(int.MaxValue, 0);
}
