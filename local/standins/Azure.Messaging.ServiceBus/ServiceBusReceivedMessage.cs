using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>A message as it was received or peeked, with what the service knows of it.</summary>
public class ServiceBusReceivedMessage
{
    private readonly Held held;
    private readonly Guid token;

    internal ServiceBusReceivedMessage(Held held)
    {
        (this.held, token) = (held, held.Token ?? Guid.Empty);
        (DeliveryCount, LockedUntil, State) = (held.Deliveries, held.LockedUntil, held.State);
        ApplicationProperties = held.ReadProperties();
    }

    public BinaryData Body => BinaryData.FromBytes(Letter.Body);

    public string? MessageId => Letter.MessageId;

    public string? SessionId => Letter.SessionId;

    public string? PartitionKey => Letter.PartitionKey;

    public string? CorrelationId => Letter.CorrelationId;

    public string? Subject => Letter.Subject;

    public string? ContentType => Letter.ContentType;

    public string? To => Letter.To;

    public string? ReplyTo => Letter.ReplyTo;

    public string? ReplyToSessionId => Letter.ReplyToSessionId;

    public TimeSpan TimeToLive => Letter.TimeToLive ?? TimeSpan.MaxValue;

    public DateTimeOffset ScheduledEnqueueTime => held.Due ?? default;

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; }

    public string LockToken => token.ToString();

    public DateTimeOffset LockedUntil { get; internal set; }

    /// <summary>How often it was handed out, this time among them.</summary>
    public int DeliveryCount { get; }

    public long SequenceNumber => held.Sequence;

    public DateTimeOffset EnqueuedTime => held.Enqueued;

    public DateTimeOffset ExpiresAt => held.ExpiresAt;

    public ServiceBusMessageState State { get; }

    public string? DeadLetterReason => held.Reason;

    public string? DeadLetterErrorDescription => held.Description;

    internal Letter Letter => held.Letter;

    internal Guid Token => token;
}
