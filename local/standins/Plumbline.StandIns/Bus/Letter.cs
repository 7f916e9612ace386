using System.Text;
using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>A message as its sender wrote it.</summary>
internal sealed record Letter
{
    /// <summary>The most that a message, or a batch of them, may measure in the Standard tier.</summary>
    public const long LargestSize = 256 * 1024;

    // What the protocol writes around a message, and around each of its parts.
    private const int Frame = 64, Part = 8;

    public required byte[] Body { get; init; }

    public string? MessageId { get; init; }

    public string? SessionId { get; init; }

    public string? PartitionKey { get; init; }

    public string? CorrelationId { get; init; }

    public string? Subject { get; init; }

    public string? ContentType { get; init; }

    public string? To { get; init; }

    public string? ReplyTo { get; init; }

    public string? ReplyToSessionId { get; init; }

    public TimeSpan? TimeToLive { get; init; }

    public DateTimeOffset? Due { get; init; }

    public Dictionary<string, string>? Properties { get; init; }

    public long Size() => Frame + Body.Length
        + new[] { MessageId, SessionId, PartitionKey, CorrelationId, Subject, ContentType, To, ReplyTo, ReplyToSessionId }.Sum(Measure)
        + (Properties?.Sum(p => Measure(p.Key) + Measure(p.Value)) ?? 0);

    public static Letter Of(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new()
        {
            Body = message.Body.ToArray(),
            MessageId = message.MessageId,
            SessionId = message.SessionId,
            PartitionKey = message.PartitionKey,
            CorrelationId = message.CorrelationId,
            Subject = message.Subject,
            ContentType = message.ContentType,
            To = message.To,
            ReplyTo = message.ReplyTo,
            ReplyToSessionId = message.ReplyToSessionId,
            TimeToLive = message.TimeToLive == TimeSpan.MaxValue ? null : message.TimeToLive,
            Due = message.ScheduledEnqueueTime == default ? null : message.ScheduledEnqueueTime,
            Properties = message.ApplicationProperties.Count == 0 ? null : message.ApplicationProperties.ToDictionary(p => p.Key, p => PropertyValue.Write(p.Value)),
        };
    }

    public void CopyTo(ServiceBusMessage message)
    {
        if (MessageId != null) message.MessageId = MessageId;
        message.SessionId = SessionId;
        message.PartitionKey = PartitionKey;
        message.CorrelationId = CorrelationId;
        message.Subject = Subject;
        message.ContentType = ContentType;
        message.To = To;
        message.ReplyTo = ReplyTo;
        message.ReplyToSessionId = ReplyToSessionId;
        message.TimeToLive = TimeToLive ?? TimeSpan.MaxValue;
        foreach (var (name, value) in Properties ?? []) message.ApplicationProperties[name] = PropertyValue.Read(value);
    }

    private static int Measure(string? text) => text == null ? 0 : Part + Encoding.UTF8.GetByteCount(text);
}
