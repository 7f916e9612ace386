namespace Plumbline.Local.Tests.Host;

/// <summary>A clock that stands still until a test advances it.</summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2026, 9, 7, 8, 59, 30, TimeSpan.Zero);
    private TaskCompletionSource armed = New();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            var alarm = new Alarm(this, callback, state, now + dueTime);
            alarms.Add(alarm);
            armed.TrySetResult();
            return alarm;
        }
    }

    /// <summary>Returns once something sleeps until that moment.</summary>
    public async Task SleeperAsync(DateTimeOffset until)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (alarms.Any(a => a.At == until))
                {
                    return;
                }

                armed = armed.Task.IsCompleted ? New() : armed;
                next = armed.Task;
            }

            await next.WaitAsync(Patience.Limit);
        }
    }

    /// <summary>Waits for the sleeper, and wakes it.</summary>
    public async Task WakeAsync(DateTimeOffset at)
    {
        await SleeperAsync(at);
        AdvanceTo(at);
    }

    public void AdvanceTo(DateTimeOffset moment)
    {
        Alarm[] due;
        lock (gate)
        {
            now = moment;
            due = [.. alarms.Where(a => a.At <= now)];
            alarms.RemoveAll(due.Contains);
        }

        foreach (Alarm alarm in due)
        {
            alarm.Ring();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Alarm(FakeClock clock, TimerCallback callback, object? state, DateTimeOffset at) : ITimer
    {
        public DateTimeOffset At => at;

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
