using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Plumbline.Ingest;

/// <summary>
/// A thread that makes calls which may never come back, as the reading of a file in a network folder that hangs: nothing can end such a
/// call, but nobody need wait for it.
/// </summary>
internal sealed class TimedThread
{
    private static readonly ConcurrentBag<TimedThread> Idle = [];

    private readonly object _gate = new();
    private Action? _call;
    private Exception? _failure;
    private bool _isLeft;

    private TimedThread() => new Thread(Serve) { IsBackground = true, Name = "file reading" }.Start();

    /// <summary>Makes the call, and throws what it throws.</summary>
    /// <returns>Whether it came back within the limit; where it did not, it may still come back later.</returns>
    public static bool Makes(Action call, TimeSpan limit)
    {
        TimedThread thread = Idle.TryTake(out TimedThread? idle) ? idle : new();
        if (!thread.IsDone(call, limit, out Exception? failure))
            return false;
        Idle.Add(thread);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return true;
    }

    private bool IsDone(Action call, TimeSpan limit, out Exception? failure)
    {
        lock (_gate)
        {
            _call = call;
            Monitor.PulseAll(_gate);
            while (_call is not null && !_isLeft)
                _isLeft = !Monitor.Wait(_gate, limit) && _call is not null;
            failure = _failure;
            return !_isLeft;
        }
    }

    private void Serve()
    {
        while (Next() is { } call)
        {
            Exception? failure = FailureOf(call);
            lock (_gate)
            {
                (_call, _failure) = (null, failure);
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Null once its last call came back too late.</summary>
    private Action? Next()
    {
        lock (_gate)
        {
            while (_call is null && !_isLeft)
                Monitor.Wait(_gate);
            return _isLeft ? null : _call;
        }
    }

    /// <summary>Whatever it is, it is thrown where the call was asked for.</summary>
    private static Exception? FailureOf(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
