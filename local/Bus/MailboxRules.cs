namespace Plumbline.Local.Bus;

/// <summary>How a queue or subscription keeps its messages; the defaults are the service's.</summary>
internal sealed record MailboxRules
{
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    public int MaxDeliveryCount { get; init; } = 10;

    public TimeSpan TimeToLive { get; init; } = TimeSpan.MaxValue;

    public bool DeadLettersExpired { get; init; }

    public bool RequiresSession { get; init; }
}
