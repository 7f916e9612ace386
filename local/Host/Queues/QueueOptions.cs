namespace Plumbline.Local.Host.Queues;

/// <summary>How queues are read; the section <c>extensions.queues</c> of host.json.</summary>
internal sealed record QueueOptions
{
    /// <summary>The real host's defaults.</summary>
    public static readonly QueueOptions Standard = new();

    public int BatchSize { get; init; } = 16;

    /// <summary>The next batch is fetched once so few messages, or fewer, are being worked on.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    public int MaxDequeueCount { get; init; } = 5;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message stays invisible after its function failed.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.Zero;

    public bool Base64 { get; init; } = true;
}
