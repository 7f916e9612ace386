using System.Globalization;

namespace Plumbline.Functions.Tests;

/// <summary>A clock that stands still until the test advances it.</summary>
internal sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;
    private TaskCompletionSource _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static FakeClock At(string utc) => new(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            var alarm = new Alarm(this, callback, state, _now + dueTime);
            _alarms.Add(alarm);
            _armed.TrySetResult();
            return alarm;
        }
    }

    /// <summary>Returns once somebody sleeps on this clock.</summary>
    public Task SleeperAsync()
    {
        lock (_gate)
        {
            if (_alarms.Count > 0) return Task.CompletedTask;
            if (_armed.Task.IsCompleted) _armed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _armed.Task.WaitAsync(Patience.Limit);
        }
    }

    public async Task AdvanceAsync(TimeSpan by)
    {
        await SleeperAsync();
        Jump(by);
    }

    /// <summary>Advances the clock whether or not somebody sleeps on it.</summary>
    public void Jump(TimeSpan by)
    {
        foreach (var alarm in Due(by)) alarm.Ring();
    }

    private Alarm[] Due(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
            Alarm[] due = [.. _alarms.Where(a => a.At <= _now)];
            _alarms.RemoveAll(due.Contains);
            return due;
        }
    }

    private sealed class Alarm(FakeClock clock, TimerCallback callback, object? state, DateTimeOffset at) : ITimer
    {
        public DateTimeOffset At => at;

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (clock._gate) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
