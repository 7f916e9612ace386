using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

/// <summary>What the app may rely on in Service Bus, wherever it runs, with the entities of contract.json.</summary>
public abstract partial class ServiceBusContract : IAsyncLifetime
{
    private static readonly string[] Unsessioned = ["plain", "once", "told/all", "told/high", "told/either"];
    private static readonly string[] Sessioned = ["by-session", "told/by-session"];

    private readonly Lazy<ServiceBusClient> client;

    protected ServiceBusContract() =>
        client = new(() => new(Connection, new ServiceBusClientOptions { RetryOptions = new() { TryTimeout = Moment, MaxRetries = 0 } }));

    /// <summary>How long a receiver looks where nothing is expected.</summary>
    protected virtual TimeSpan Moment => TimeSpan.FromMilliseconds(1);

    protected abstract string Connection { get; }

    private ServiceBusClient Client => client.Value;

    public async Task InitializeAsync()
    {
        foreach (string path in Unsessioned)
        {
            await EmptyAsync(Receiver(path));
            await EmptyAsync(Receiver(path, SubQueue.DeadLetter));
        }

        foreach (string path in Sessioned)
        {
            await EmptySessionsAsync(path);
            await EmptyAsync(Receiver(path, SubQueue.DeadLetter));
        }
    }

    public virtual async Task DisposeAsync() => await Client.DisposeAsync();

    private ServiceBusReceiver Receiver(string path, SubQueue subQueue = SubQueue.None)
    {
        var options = new ServiceBusReceiverOptions { SubQueue = subQueue };
        return path.Split('/') is [var topic, var subscription] ? Client.CreateReceiver(topic, subscription, options) : Client.CreateReceiver(path, options);
    }

    private Task<ServiceBusSessionReceiver> NextSessionAsync(string path) =>
        path.Split('/') is [var topic, var subscription] ? Client.AcceptNextSessionAsync(topic, subscription) : Client.AcceptNextSessionAsync(path);

    private Task SendAsync(string entity, params ServiceBusMessage[] messages) => Client.CreateSender(entity).SendMessagesAsync(messages);

    private static async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) =>
        Assert.IsType<ServiceBusReceivedMessage>(await receiver.ReceiveMessageAsync(Probe.Patience));

    private async Task NothingAsync(ServiceBusReceiver receiver) => Assert.Null(await receiver.ReceiveMessageAsync(Moment));

    /// <summary>The bodies of all that is there, in order; each is completed.</summary>
    private async Task<string> AllAsync(ServiceBusReceiver receiver)
    {
        List<string> bodies = [];
        while (await receiver.ReceiveMessagesAsync(10, Moment) is { Count: > 0 } messages)
        {
            foreach (ServiceBusReceivedMessage message in messages)
            {
                bodies.Add(message.Body.ToString());
                await receiver.CompleteMessageAsync(message);
            }
        }

        return string.Join(' ', bodies);
    }

    private async Task EmptyAsync(ServiceBusReceiver receiver) => await AllAsync(receiver);

    private async Task EmptySessionsAsync(string path)
    {
        try
        {
            while (true)
            {
                await using ServiceBusSessionReceiver session = await NextSessionAsync(path);
                await EmptyAsync(session);
            }
        }
        catch (ServiceBusException none) when (none.Reason == ServiceBusFailureReason.ServiceTimeout)
        {
            // No session has a message left.
        }
    }

    private static async Task RefusedAsync(ServiceBusFailureReason reason, Func<Task> act) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ServiceBusException>(act)).Reason);
}
