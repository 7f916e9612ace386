using System.Collections.Concurrent;
using Plumbline.Functions.Runs;

namespace Plumbline.Local.Running;

/// <summary>Waits for runs that are made behind the queue, to tell what they came to.</summary>
internal sealed class FirstRun
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunResult>> _results = [];

    public Task<RunResult> ResultAsync(string run, CancellationToken cancellationToken) => Of(run).Task.WaitAsync(cancellationToken);

    /// <summary>The same, watched: a run that fails is not waited for until it is tried again.</summary>
    public Govern Watched(Govern govern) => async (request, cancellationToken) =>
    {
        try
        {
            RunResult result = await govern(request, cancellationToken);
            Of(request.Run).TrySetResult(result);
            return result;
        }
        catch (Exception failure)
        {
            Of(request.Run).TrySetException(failure);
            throw;
        }
    };

    private TaskCompletionSource<RunResult> Of(string run) => _results.GetOrAdd(run, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
