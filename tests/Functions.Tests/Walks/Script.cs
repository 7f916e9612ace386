using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>Stands between a host and the world: it numbers the host's calls, and lets befall them what was planned.</summary>
internal sealed class Script(FakeClock clock, Func<Call, Mishap> plan)
{
    private static readonly TimeSpan LongerThanLocks = TimeSpan.FromMinutes(6);

    private readonly TaskCompletionSource _dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    /// <summary>Every call that was made, in about its order.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Ends when the host does.</summary>
    public Task Death => _dead.Task;

    public TableClientOptions Tables
    {
        get
        {
            var options = new TableClientOptions { Transport = new HttpClientTransport(new Way(this)) };
            (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
            return options;
        }
    }

    public async Task InterruptAsync(BusCall call, ConcurrentDictionary<BusOperation, Mishap> pending)
    {
        if (call.IsDone)
        {
            await AliveAsync();
            pending.TryRemove(call.Operation, out Mishap after);
            if (after == Mishap.DiesAnswered)
                await DieAsync();
            if (after == Mishap.AnswerLost)
                throw new ServiceBusException("the answer is lost", ServiceBusFailureReason.ServiceTimeout);
            return;
        }
        switch (await NextAsync(call.Operation, false))
        {
            case Mishap.Dies:
                await DieAsync();
                break;
            case Mishap.Busy:
                throw new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy);
            case Mishap.LockLost:
                throw new ServiceBusException("the lock is lost", ServiceBusFailureReason.MessageLockLost);
            case Mishap.Slow:
                clock.Jump(LongerThanLocks);
                break;
            case Mishap.None:
                break;
            case var after:
                pending[call.Operation] = after;
                break;
        }
    }

    private async Task<Mishap> NextAsync(BusOperation? operation, bool isBatch)
    {
        await AliveAsync();
        var call = new Call(Interlocked.Increment(ref _calls), operation, isBatch);
        Calls.Enqueue(call);
        return plan(call);
    }

    private Task DieAsync()
    {
        _dead.TrySetResult();
        return AliveAsync();
    }

    /// <summary>A dead host never gets an answer.</summary>
    private Task AliveAsync() => _dead.Task.IsCompleted ? new TaskCompletionSource().Task : Task.CompletedTask;

    private sealed class Way(Script script) : DelegatingHandler(Shared)
    {
        // One pool of connections for all hosts, dead or alive.
        private static readonly SocketsHttpHandler Shared = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Mishap mishap = await script.NextAsync(null, request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal));
            if (mishap == Mishap.Dies)
                await script.DieAsync();
            if (Refused(mishap) is { } refusal)
                return refusal;
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (mishap == Mishap.DiesAnswered)
                await script.DieAsync();
            await script.AliveAsync();
            return mishap == Mishap.AnswerLost ? throw new IOException("the answer is lost") : response;
        }

        private static HttpResponseMessage? Refused(Mishap mishap) => mishap switch
        {
            Mishap.Busy => Answer(HttpStatusCode.ServiceUnavailable, "ServerBusy"),
            Mishap.Throttled => Answer(HttpStatusCode.TooManyRequests, "TooManyRequests"),
            Mishap.Changed => Answer(HttpStatusCode.PreconditionFailed, "UpdateConditionNotSatisfied"),
            _ => null,
        };

        private static HttpResponseMessage Answer(HttpStatusCode status, string code) => new(status)
        {
            Content = new StringContent($$"""{ "odata.error": { "code": "{{code}}", "message": { "lang": "en-US", "value": "refused" } } }""", null, "application/json"),
        };
    }
}
