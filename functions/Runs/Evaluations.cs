using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Runs;

/// <summary>Takes runs from their queue.</summary>
public sealed class Evaluations(Govern govern)
{
    /// <exception cref="FormatException">The message is no run: tried so often, it ends among the dead letters.</exception>
    public Task TakeAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken) =>
        govern(RunMessage.Read(message.Body) ?? throw new FormatException("the message is no run; it is {run, accounts: all or [ids], facts, because}"), cancellationToken);
}
