
namespace Plumbline.Functions.Tests.Graph;

/// <summary>A clock on which a wait of a minute or less is over at once, and has taken that long; limits, which are longer, pass with it.</summary>
internal sealed class HurriedClock(FakeClock clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];

    public TimeSpan[] Waits
    {
        get { lock (_gate) return [.. _waits]; }
    }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime <= TimeSpan.FromMinutes(1))
        {
            lock (_gate) _waits.Add(dueTime);
            ThreadPool.QueueUserWorkItem(_ => clock.Jump(dueTime));
        }
        return timer;
    }
}
