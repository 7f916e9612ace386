namespace Plumbline.Local.Bus;

/// <summary>Rings at the earliest moment that it was last told of, by the broker's clock.</summary>
internal sealed class Alarm : IDisposable
{
    // Timers have an upper limit; the alarm that rings early is set again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private DateTimeOffset setFor = DateTimeOffset.MaxValue;

    public Alarm(TimeProvider clock, Action ring)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Only ever moves the alarm forward: it may ring when there is nothing to do. For callers inside the broker's lock.</summary>
    public void Set(DateTimeOffset next)
    {
        if (next >= setFor)
        {
            return;
        }

        setFor = next;
        TimeSpan wait = next - clock.GetUtcNow();
        timer.Change(wait < Shortest ? Shortest : wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The alarm has rung and can be set again.</summary>
    public void Reset() => setFor = DateTimeOffset.MaxValue;

    public void Dispose() => timer.Dispose();
}
