namespace Plumbline.Local.Bus;

internal enum MessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}

/// <summary>A message as it lies in one queue, subscription or dead-letter queue.</summary>
internal sealed class StoredMessage(MessageContent content, long sequence, DateTimeOffset accepted, TimeSpan longestLife)
{
    public MessageContent Content => content;

    public long Sequence => sequence;

    public DateTimeOffset Accepted => accepted;

    /// <summary>A scheduled message is enqueued when its time comes.</summary>
    public DateTimeOffset Enqueued => content.EnqueueAt > accepted ? content.EnqueueAt.Value : accepted;

    /// <summary>By the message's time to live, or the mailbox's where that is shorter.</summary>
    public DateTimeOffset ExpiresAt => content.TimeToLive < longestLife ? After(content.TimeToLive.Value) : After(longestLife);

    /// <summary>Deliveries so far, the present one included.</summary>
    public int Deliveries { get; set; }

    public string? DeadLetterReason { get; init; }

    public string? DeadLetterDescription { get; init; }

    public MessageState State { get; set; }

    /// <summary>null while the message is not locked.</summary>
    public Guid? LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    private DateTimeOffset After(TimeSpan life) => life < DateTimeOffset.MaxValue - Enqueued ? Enqueued + life : DateTimeOffset.MaxValue;
}
