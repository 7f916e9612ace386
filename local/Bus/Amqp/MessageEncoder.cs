using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Adds the broker's own fields to a stored message; the body's bytes stay as they are.</summary>
internal static class MessageEncoder
{
    public static AmqpMessage ForDelivery(ReceivedMessage received)
    {
        // The count is of earlier deliveries: clients add the present one.
        AmqpMessage message = Create(received, (uint)Math.Max(0, received.Deliveries - 1));
        message.MessageAnnotations.Map["x-opt-locked-until"] = received.LockedUntil.UtcDateTime;
        return message;
    }

    public static byte[] ForPeek(ReceivedMessage received)
    {
        using AmqpMessage message = Create(received, (uint)received.Deliveries);
        return Encode(message);
    }

    public static byte[] ForDeferred(ReceivedMessage received)
    {
        using AmqpMessage message = ForDelivery(received);
        return Encode(message);
    }

    private static AmqpMessage Create(ReceivedMessage received, uint deliveryCount)
    {
        StoredMessage stored = received.Message;
        var message = AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([new ArraySegment<byte>(stored.Content.Bytes)]));
        message.Deserialize(SectionFlag.All);
        message.Header.DeliveryCount = deliveryCount;
        Annotations annotations = message.MessageAnnotations.Map;
        annotations["x-opt-sequence-number"] = stored.Sequence;
        annotations["x-opt-enqueue-sequence-number"] = stored.Sequence;
        annotations["x-opt-enqueued-time"] = stored.Enqueued.UtcDateTime;
        annotations["x-opt-message-state"] = (int)received.State;
        SetProperty(message, "DeadLetterReason", stored.DeadLetterReason);
        SetProperty(message, "DeadLetterErrorDescription", stored.DeadLetterDescription);
        return message;
    }

    private static void SetProperty(AmqpMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.ApplicationProperties ??= new ApplicationProperties();
            message.ApplicationProperties.Map[name] = value;
        }
    }

    private static byte[] Encode(AmqpMessage message) => [.. message.GetPayload().SelectMany(s => s)];
}
