using Microsoft.Extensions.Logging;
using Plumbline.Local.Host.Worker;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host;

/// <summary>How an invocation ended.</summary>
internal enum Outcome
{
    Succeeded,
    Failed,
    Cancelled,
    TimedOut,
    CutShort,
}

/// <summary>Runs functions in the worker and says how they failed.</summary>
internal sealed class Invocations(TimeProvider timeProvider, TimeSpan? functionTimeout, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource cancelling = new();

    /// <summary>Runs one invocation; never throws. The function hears of cancellation; its end is waited for all the same.</summary>
    public async Task<Outcome> RunAsync(
        LiveWorker worker, FunctionDefinition function, InvocationRequest request, CancellationToken cancellationToken)
    {
        using var limit =
            functionTimeout is { } timeout ? new CancellationTokenSource(timeout, timeProvider) : new CancellationTokenSource();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cancelling.Token);
        // The worker does not order messages: it would not know what to cancel.
        if (ends.IsCancellationRequested)
        {
            return Outcome.Cancelled;
        }

        try
        {
            Task<StatusResult> answer = worker.InvokeAsync(function.Name, request, limit.Token);
            await using CancellationTokenRegistration cancel = ends.Token.Register(() => worker.Cancel(request.InvocationId));
            return Judge(function, await answer, ends.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            worker.Cancel(request.InvocationId);
            log.FunctionTimedOut(function.Name, functionTimeout.GetValueOrDefault());
            return Outcome.TimedOut;
        }
        catch (WorkerGoneException)
        {
            log.FunctionCutShort(function.Name);
            return Outcome.CutShort;
        }
    }

    /// <summary>Cancels what still runs, and what begins later.</summary>
    public Task CancelAllAsync() => cancelling.CancelAsync();

    public void Dispose() => cancelling.Dispose();

    private Outcome Judge(FunctionDefinition function, StatusResult result, bool cancelled)
    {
        if (result.Status == StatusResult.Types.Status.Success)
        {
            return Outcome.Succeeded;
        }

        // A function that lets its own OperationCanceledException out reports a failure.
        if (cancelled && (result.Status == StatusResult.Types.Status.Cancelled || IsCancellation(result.Exception)))
        {
            log.FunctionCancelled(function.Name);
            return Outcome.Cancelled;
        }

        log.FunctionFailed(function.Name, RpcStatus.Describe(result.Exception));
        return Outcome.Failed;
    }

    private static bool IsCancellation(RpcFault? fault) =>
        fault?.Type is "System.OperationCanceledException" or "System.Threading.Tasks.TaskCanceledException";
}
