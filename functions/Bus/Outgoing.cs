using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Bus;

/// <summary>Messages that go out to a topic, in their order and in as few batches as they fit.</summary>
public sealed class Outgoing(ServiceBusSender sender)
{
    /// <summary>The topic on which every transition of an alert is one message.</summary>
    public const string Alerts = "alerts";

    public async Task SendAsync(IReadOnlyList<ServiceBusMessage> messages, CancellationToken cancellationToken)
    {
        for (int next = 0; next < messages.Count;)
        {
            using ServiceBusMessageBatch batch = await sender.CreateMessageBatchAsync(cancellationToken);
            int first = next;
            while (next < messages.Count && batch.TryAddMessage(messages[next]))
                next++;
            if (next == first)
                throw new InvalidOperationException($"message {messages[next].MessageId} is larger than {sender.EntityPath} takes");
            await sender.SendMessagesAsync(batch, cancellationToken);
        }
    }

    /// <summary>Why it could not be reached; null where it could.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Asking for an empty batch opens the link, which tells whether it is there and whether we may send.
            using ServiceBusMessageBatch _ = await sender.CreateMessageBatchAsync(cancellationToken);
            return null;
        }
        catch (ServiceBusException refused)
        {
            return $"{sender.EntityPath}: {refused.Reason}";
        }
        // It has no right, or no identity here, or one that is given no token.
        catch (Exception e) when (e is UnauthorizedAccessException or AuthenticationFailedException)
        {
            return $"{sender.EntityPath}: not allowed";
        }
    }
}
