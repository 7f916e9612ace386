using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>
/// What callers may rely on in Service Bus, wherever it runs, by the official client and with the entities of contract.json.
/// </summary>
public abstract partial class ServiceBusContract : IAsyncLifetime
{
    private ServiceBusClient client = null!;
    private ServiceBusClient hasty = null!;

    /// <summary>How long a receiver looks where nothing is expected.</summary>
    protected abstract TimeSpan Moment { get; }

    /// <summary>Returns the connection string of a namespace without messages.</summary>
    protected abstract Task<string> StartAsync();

    protected abstract Task StopAsync();

    public async Task InitializeAsync()
    {
        string connection = await StartAsync();
        client = Connect(connection, EmulatedBus.Patience);
        hasty = Connect(connection, Moment);
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await hasty.DisposeAsync();
        await StopAsync();
    }

    protected static ServiceBusClient Connect(string connection, TimeSpan tryTimeout) =>
        new(connection, new ServiceBusClientOptions { RetryOptions = new() { TryTimeout = tryTimeout, MaxRetries = 0 } });

    private ServiceBusReceiver Receiver(string path, SubQueue subQueue = SubQueue.None) =>
        Receiver(path, new ServiceBusReceiverOptions { SubQueue = subQueue });

    private ServiceBusReceiver Receiver(string path, ServiceBusReceiverOptions options) =>
        path.Split('/') is [string topic, string subscription]
            ? client.CreateReceiver(topic, subscription, options)
            : client.CreateReceiver(path, options);

    private Task SendAsync(string entity, params ServiceBusMessage[] messages) => client.CreateSender(entity).SendMessagesAsync(messages);

    private static Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) => EmulatedBus.NextAsync(receiver);

    private async Task NothingAsync(ServiceBusReceiver receiver) => Assert.Null(await receiver.ReceiveMessageAsync(Moment));

    /// <summary>Receives and completes messages with these bodies in this order, and then finds nothing.</summary>
    private async Task AllAsync(string bodies, ServiceBusReceiver receiver)
    {
        foreach (string body in bodies.Split(' '))
        {
            ServiceBusReceivedMessage message = await NextAsync(receiver);
            Assert.Equal(body, message.Body.ToString());
            await receiver.CompleteMessageAsync(message);
        }

        await NothingAsync(receiver);
    }

    private static async Task RefusedAsync(ServiceBusFailureReason reason, Func<Task> act) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ServiceBusException>(act)).Reason);
}
