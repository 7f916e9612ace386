using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>A letter as it lies in one queue, subscription or dead-letter queue.</summary>
internal sealed class Held(Letter letter, long sequence, DateTimeOffset accepted, TimeSpan longest)
{
    public Letter Letter => letter;

    public long Sequence => sequence;

    public DateTimeOffset Accepted => accepted;

    public DateTimeOffset? Due => letter.Due;

    public DateTimeOffset Enqueued => Due > accepted ? Due.Value : accepted;

    /// <summary>The letter's time to live, or the mailbox's where that is shorter.</summary>
    public DateTimeOffset ExpiresAt => letter.TimeToLive < longest ? After(letter.TimeToLive.Value) : After(longest);

    public int Deliveries { get; set; }

    public string? Reason { get; init; }

    public string? Description { get; init; }

    /// <summary>Who has it, while it is locked.</summary>
    public Guid? Token { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    public ServiceBusMessageState State { get; set; }

    // The service keeps the reason among the properties.
    public IReadOnlyDictionary<string, object> ReadProperties()
    {
        var read = (letter.Properties ?? []).ToDictionary(p => p.Key, p => PropertyValue.Read(p.Value));
        if (Reason != null) read["DeadLetterReason"] = Reason;
        if (Description != null) read["DeadLetterErrorDescription"] = Description;
        return read;
    }

    private DateTimeOffset After(TimeSpan life) => life < DateTimeOffset.MaxValue - Enqueued ? Enqueued + life : DateTimeOffset.MaxValue;
}
