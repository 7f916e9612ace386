namespace Azure.Messaging.ServiceBus;

/// <summary>A message to be sent.</summary>
public class ServiceBusMessage
{
    private const int LongestId = 128;

    public ServiceBusMessage()
        : this(BinaryData.Empty)
    {
    }

    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    /// <summary>A message to be sent again: what was sent, without what the service added.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        receivedMessage.Letter.CopyTo(this);
        Body = receivedMessage.Body;
    }

    public BinaryData Body { get; set; }

    public string? MessageId
    {
        get;
        set => field = value is { Length: > 0 }
            ? Short(value, nameof(MessageId))
            : throw new ArgumentException("The value of the message ID must not be null or empty.", nameof(MessageId));
    }

    public string? SessionId
    {
        get;
        set => (field, PartitionKey) = (Short(value, nameof(SessionId)), value);
    }

    public string? PartitionKey
    {
        get;
        set => field = SessionId == null || value == SessionId
            ? Short(value, nameof(PartitionKey))
            : throw new ArgumentOutOfRangeException(nameof(PartitionKey), value, "The partition key must be the session ID where there is one.");
    }

    public string? CorrelationId { get; set; }

    public string? Subject { get; set; }

    public string? ContentType { get; set; }

    public string? To { get; set; }

    public string? ReplyTo { get; set; }

    public string? ReplyToSessionId { get; set; }

    public TimeSpan TimeToLive { get; set; } = TimeSpan.MaxValue;

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    private static string? Short(string? value, string name) => value is { Length: > LongestId }
        ? throw new ArgumentOutOfRangeException(name, $"The value has {value.Length} characters; the most is {LongestId}.")
        : value;
}
