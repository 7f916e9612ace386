using System.Diagnostics;

namespace Plumbline.StandIns.Bus;

/// <summary>Lets one call at a time at the state, wakes those that wait for a change, and lets tests stand in the way.</summary>
internal sealed class Turnstile(TimeProvider clock, Action passTime, Func<DateTimeOffset> nextEvent)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSignal();
    private volatile bool _isShut;

    public Func<BusCall, Task>? Interceptor { get; set; }

    public async Task<T> CallAsync<T>(BusOperation operation, string entity, Func<T> act, CancellationToken cancellation)
    {
        await ReachAsync(new(operation, entity, IsDone: false), cancellation);
        cancellation.ThrowIfCancellationRequested();
        T? result = default;
        Enter(() => result = act());
        await ReachAsync(new(operation, entity, IsDone: true), cancellation);
        return result ?? throw new UnreachableException();
    }

    /// <summary>Acts until there is something, or the time is up.</summary>
    public async Task<T?> WaitAsync<T>(BusOperation operation, string entity, TimeSpan wait, Func<T?> act, CancellationToken cancellation) where T : class
    {
        await ReachAsync(new(operation, entity, IsDone: false), cancellation);
        var found = await FindAsync(clock.GetUtcNow() + wait, act, cancellation);
        await ReachAsync(new(operation, entity, IsDone: true), cancellation);
        return found;
    }

    /// <summary>Does it alone, and not at all once this is shut.</summary>
    public void Enter(Action act)
    {
        lock (_gate)
        {
            if (_isShut) return;
            passTime();
            act();
        }
    }

    /// <summary>Those that wait look again. Only for who is inside.</summary>
    public void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    /// <summary>Nobody gets in any more, and whoever is under way never gets out.</summary>
    public void Shut(Action last)
    {
        lock (_gate)
        {
            if (_isShut) return;
            _isShut = true;
            last();
        }
    }

    private async Task<T?> FindAsync<T>(DateTimeOffset until, Func<T?> act, CancellationToken cancellation) where T : class
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (found, changed, wake) = (default(T), Task.CompletedTask, until);
            Enter(() => (found, changed, wake) = (act(), _changed.Task, nextEvent()));
            var now = clock.GetUtcNow();
            if (found != null || now >= until || _isShut) return found;
            if (wake > until) wake = until;
            if (wake > now) await changed.WaitAsync(wake - now, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReachAsync(BusCall call, CancellationToken cancellation)
    {
        try
        {
            if (Interceptor is { } interrupt) await interrupt(call).WaitAsync(cancellation);
        }
        finally
        {
            if (_isShut) await new TaskCompletionSource().Task;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
