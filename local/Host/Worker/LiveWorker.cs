using Google.Protobuf.WellKnownTypes;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Worker;

/// <summary>A worker that has loaded its functions.</summary>
internal sealed class LiveWorker(
    WorkerProcess process, WorkerChannel channel, Uri? http, IReadOnlyList<RpcFunctionMetadata> functions) : IAsyncDisposable
{
    // The worker makes these ids anew for each build: names are what lasts.
    private readonly Dictionary<string, string> ids = functions.ToDictionary(
        f => f.Name, f => f.FunctionId, StringComparer.OrdinalIgnoreCase);

    public int ProcessId => process.Id;

    public IReadOnlyList<RpcFunctionMetadata> Functions => functions;

    /// <summary>Where requests are passed on to; null where the app takes none.</summary>
    public Uri? Http => http;

    /// <summary>False once it has ended or is about to.</summary>
    public bool IsUsable => !channel.Closed.IsCompleted && !process.Ended.IsCompleted;

    /// <summary>The exit code. A worker whose connection broke cannot be used: it is ended.</summary>
    public async Task<int> EndAsync()
    {
        await Task.WhenAny(process.Ended, channel.Closed);
        channel.Close();
        // The connection often breaks a moment before the process has ended.
        if (await Task.WhenAny(process.Ended, Task.Delay(TimeSpan.FromSeconds(1))) != process.Ended)
        {
            await process.KillAsync();
        }

        return await process.Ended;
    }

    /// <exception cref="WorkerGoneException">The worker ended first.</exception>
    public async Task<StatusResult> InvokeAsync(string function, InvocationRequest request, CancellationToken cancellationToken)
    {
        request.FunctionId = ids.GetValueOrDefault(function) ?? throw new WorkerGoneException();
        StreamingMessage answer = await channel.AskAsync(new StreamingMessage { InvocationRequest = request }, cancellationToken);
        return answer.InvocationResponse?.Result ?? new StatusResult();
    }

    /// <summary>Fires the cancellation token of the function, which may heed it or not.</summary>
    public void Cancel(string invocationId) =>
        channel.Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });

    /// <summary>Tells the worker to end; false where it had to be killed.</summary>
    public async Task<bool> StopAsync(TimeSpan limit)
    {
        channel.Send(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(limit) } });
        if (await Task.WhenAny(process.Ended, Task.Delay(limit)) == process.Ended)
        {
            return true;
        }

        await process.KillAsync();
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        channel.Close();
        await process.KillAsync();
        process.Dispose();
    }
}
