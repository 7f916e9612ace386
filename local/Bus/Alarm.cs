namespace Plumbline.Local.Bus;

/// <summary>Rings at the earliest moment that it was last told of, by the broker's clock.</summary>
internal sealed class Alarm : IDisposable
{
    // Timers have an upper limit: for a later moment the alarm rings early and is set again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private DateTimeOffset setFor = DateTimeOffset.MinValue;

    public Alarm(TimeProvider clock, Action ring)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// An alarm that is set for an earlier moment stays: it may ring when there is nothing to do. For callers inside the broker's lock.
    /// </summary>
    public void Set(DateTimeOffset next)
    {
        DateTimeOffset now = clock.GetUtcNow();
        bool isPending = setFor > now;
        if (next == DateTimeOffset.MaxValue || (isPending && next >= setFor))
        {
            return;
        }

        TimeSpan wait = next < now ? TimeSpan.Zero : next - now < Longest ? next - now : Longest;
        setFor = now + wait;
        timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// It has rung, perhaps a moment early, and can be set for the same moment again. For callers inside the broker's lock.
    /// </summary>
    public void Reset() => setFor = DateTimeOffset.MinValue;

    public void Dispose() => timer.Dispose();
}
