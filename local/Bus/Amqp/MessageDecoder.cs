using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Reads what the broker needs out of encoded messages, whose bytes are kept as they are.</summary>
internal static class MessageDecoder
{
    private static readonly AmqpSymbol ScheduledTime = "x-opt-scheduled-enqueue-time";

    /// <summary>The messages of one transfer: a batch carries each as a data section.</summary>
    public static IReadOnlyList<NewMessage> Read(AmqpMessage transfer)
    {
        try
        {
            if (transfer.MessageFormat == AmqpConstants.AmqpBatchedMessageFormat)
            {
                return [.. transfer.DataBody.Select(d => Read((ArraySegment<byte>)d.Value))];
            }

            byte[] bytes = [.. ((BufferListStream)transfer.ToStream()).ReadBytes(int.MaxValue)];
            return [Read(transfer, bytes)];
        }
        catch (Exception failure) when (failure is not BusException)
        {
            throw new BusException(BusError.Argument, $"The message cannot be decoded: {failure.Message}", failure);
        }
    }

    public static NewMessage Read(ArraySegment<byte> encoded)
    {
        byte[] bytes = [.. encoded];
        var message = AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([new ArraySegment<byte>(bytes)]));
        return Read(message, bytes);
    }

    private static NewMessage Read(AmqpMessage message, byte[] bytes)
    {
        message.Deserialize(SectionFlag.All);
        Properties? properties = message.Properties;
        var content = new MessageContent(bytes, Text(properties?.MessageId), properties?.GroupId, TimeToLive(message), EnqueueAt(message));
        return new(content)
        {
            CorrelationId = Text(properties?.CorrelationId),
            Subject = properties?.Subject,
            ContentType = properties?.ContentType.Value,
            To = Text(properties?.To),
            ReplyTo = Text(properties?.ReplyTo),
            ReplyToSessionId = properties?.ReplyToGroupId,
            Properties = TextProperties(message.ApplicationProperties),
        };
    }

    // The header's milliseconds end at 49 days; the two times do not.
    private static TimeSpan? TimeToLive(AmqpMessage message) =>
        message.Properties is { AbsoluteExpiryTime: { } expiry, CreationTime: { } creation } && expiry >= creation ? expiry - creation
        : message.Header.Ttl is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds)
        : null;

    private static DateTimeOffset? EnqueueAt(AmqpMessage message) =>
        message.MessageAnnotations.Map.TryGetValue(ScheduledTime, out DateTime time) ? new DateTimeOffset(time, TimeSpan.Zero) : null;

    private static Dictionary<string, string> TextProperties(ApplicationProperties? properties)
    {
        Dictionary<string, string> texts = [];
        if (properties is not null)
        {
            foreach (KeyValuePair<MapKey, object> property in properties.Map)
            {
                if (property.Value is string text && property.Key.Key is string name)
                {
                    texts[name] = text;
                }
            }
        }

        return texts;
    }

    private static string? Text(object? value) => value?.ToString();
}
