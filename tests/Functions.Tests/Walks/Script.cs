using System.Collections.Concurrent;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>Stands between a host and the world: it numbers the host's calls, and lets befall them what was planned.</summary>
internal sealed class Script(FakeClock clock, Func<Call, Mishap> plan)
{
    private static readonly TimeSpan LongerThanLocks = TimeSpan.FromMinutes(6);

    private readonly TaskCompletionSource _dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<(BusOperation, string), Mishap> _pending = [];
    private int _calls;

    /// <summary>Every call that was made, in about its order.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Ends when the host does.</summary>
    public Task Death => _dead.Task;

    public async Task<Mishap> NextAsync(Service service, bool isBatch, bool isDelete)
    {
        await AliveAsync();
        var call = new Call(Interlocked.Increment(ref _calls), service, isBatch, isDelete);
        Calls.Enqueue(call);
        return plan(call);
    }

    public Task DieAsync()
    {
        _dead.TrySetResult();
        return AliveAsync();
    }

    /// <summary>A dead host never gets an answer.</summary>
    public Task AliveAsync() => _dead.Task.IsCompleted ? new TaskCompletionSource().Task : Task.CompletedTask;

    /// <summary>The same for calls to the bus, before and after each.</summary>
    public async ValueTask<BusFault> InterruptAsync(BusCall call, CancellationToken cancellationToken)
    {
        if (call.IsDone)
            return await AfterAsync(call);
        Mishap mishap = await NextAsync(Service.Bus, false, false);
        switch (mishap)
        {
            case Mishap.Dies:
                await DieAsync().WaitAsync(cancellationToken);
                break;
            case Mishap.Busy:
                return BusFault.Reject(BusError.Timeout);
            case Mishap.ServerBusy:
                return BusFault.Reject(BusError.ServerBusy);
            case Mishap.Dropped:
                return BusFault.Drop;
            case Mishap.Slow:
                clock.Jump(LongerThanLocks);
                break;
            case Mishap.DiesAnswered or Mishap.AnswerLost:
                _pending[(call.Operation, call.Entity)] = mishap;
                break;
        }
        return BusFault.None;
    }

    private async Task<BusFault> AfterAsync(BusCall call)
    {
        await AliveAsync();
        _pending.TryRemove((call.Operation, call.Entity), out Mishap after);
        if (after == Mishap.DiesAnswered)
            await DieAsync();
        return after == Mishap.AnswerLost ? BusFault.Drop : BusFault.None;
    }
}
