namespace Plumbline.Local.Host.Worker;

/// <summary>How long to wait before a worker is restarted, and when to give up: once every delay was used up within a minute.</summary>
internal sealed class RestartLimit(IReadOnlyList<TimeSpan> delays)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> ends = new();

    /// <summary>The delay after a worker that ended now; null to give up.</summary>
    public TimeSpan? Next(DateTimeOffset now)
    {
        while (ends.TryPeek(out DateTimeOffset oldest) && now - oldest > Window)
        {
            ends.Dequeue();
        }

        if (ends.Count >= delays.Count)
        {
            return null;
        }

        ends.Enqueue(now);
        return delays[ends.Count - 1];
    }
}
