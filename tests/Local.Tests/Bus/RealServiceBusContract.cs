using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>Holds a real namespace with the entities of contract.json to the contract, where its connection string is given.</summary>
[RealService(Variable)]
public sealed class RealServiceBusContract : ServiceBusContract
{
    private const string Variable = "PLUMBLINE_BUS_CONNECTION";

    private static readonly string[] Unsessioned =
        ["plain", "once", "short-lived", "told/Subscriptions/all", "told/Subscriptions/high", "told/Subscriptions/either"];

    private static readonly string[] Sessioned = ["by-session", "told/Subscriptions/by-session"];

    [RealServiceFact(Variable, "the connection string of a namespace with the entities of tests/Local.Tests/Bus/contract.json")]
    public void The_connection_string_is_given() => Assert.NotEmpty(Environment.GetEnvironmentVariable(Variable)!);

    protected override TimeSpan Moment => TimeSpan.FromSeconds(3);

    protected override async Task<string> StartAsync()
    {
        string connection = Environment.GetEnvironmentVariable(Variable)!;
        await using ServiceBusClient cleaner = Connect(connection, Moment);
        foreach (string path in Unsessioned)
        {
            await EmptyAsync(cleaner, path, SubQueue.None);
        }

        foreach (string path in Unsessioned.Concat(Sessioned))
        {
            await EmptyAsync(cleaner, path, SubQueue.DeadLetter);
        }

        foreach (string path in Sessioned)
        {
            await EmptySessionsAsync(cleaner, path);
        }

        return connection;
    }

    protected override Task StopAsync() => Task.CompletedTask;

    private Task EmptyAsync(ServiceBusClient cleaner, string path, SubQueue subQueue) => EmptyAsync(cleaner.CreateReceiver(
        path, new ServiceBusReceiverOptions { SubQueue = subQueue, ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete }));

    private async Task EmptySessionsAsync(ServiceBusClient cleaner, string path)
    {
        try
        {
            while (true)
            {
                await using ServiceBusSessionReceiver session = await cleaner.AcceptNextSessionAsync(
                    path, new ServiceBusSessionReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
                await EmptyAsync(session);
            }
        }
        catch (ServiceBusException none) when (none.Reason == ServiceBusFailureReason.ServiceTimeout)
        {
            // No session has a message left.
        }
    }

    private async Task EmptyAsync(ServiceBusReceiver receiver)
    {
        while ((await receiver.ReceiveMessagesAsync(100, Moment)).Count > 0)
        {
            // Received is deleted.
        }
    }
}
