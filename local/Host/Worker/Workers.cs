using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Worker;

/// <summary>The worker of the moment; one that ends by itself is replaced.</summary>
internal sealed class Workers(Func<CancellationToken, Task<LiveWorker>> launch, HostSettings settings, ILogger log) : IAsyncDisposable
{
    private readonly RestartLimit restarts = new(settings.RestartDelays);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private TaskCompletionSource<LiveWorker> next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource withdrawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LiveWorker? current;

    /// <summary>Null while it is restarted.</summary>
    public LiveWorker? Current
    {
        get
        {
            lock (gate)
            {
                return current is { IsUsable: true } ? current : null;
            }
        }
    }

    /// <summary>Fails once the host has given up; done once it was told to stop.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public async Task<LiveWorker> StartAsync(CancellationToken cancellationToken)
    {
        LiveWorker first = await launch(cancellationToken);
        Publish(first);
        Completion = WatchAsync(first, stopping.Token);
        return first;
    }

    /// <summary>The current worker, or the next one while it is restarted.</summary>
    public async Task<LiveWorker> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task<LiveWorker> coming;
            Task leaving;
            lock (gate)
            {
                (coming, leaving) = (next.Task, withdrawn.Task);
            }

            LiveWorker worker = await coming.WaitAsync(cancellationToken);
            if (worker.IsUsable)
            {
                return worker;
            }

            // One that has just ended would fail whatever is sent to it, and a message would lose one of its tries each time.
            await leaving.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends the worker and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Completion.ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (current is { } last)
        {
            if (!await last.StopAsync(settings.EndLimit))
            {
                log.Killing(settings.EndLimit);
            }

            await last.DisposeAsync();
        }

        stopping.Dispose();
    }

    private async Task WatchAsync(LiveWorker worker, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                int code = await worker.EndAsync().WaitAsync(cancellationToken);
                Withdraw();
                await worker.DisposeAsync();
                worker = await RestartAsync($"The worker ended with exit code {code}.", cancellationToken);
                Publish(worker);
                log.WorkerRunsAgain();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task<LiveWorker> RestartAsync(string why, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (restarts.Next(settings.TimeProvider.GetUtcNow()) is not { } delay)
            {
                string message = $"{why} It ended {settings.RestartDelays.Count + 1} times within a minute and is not restarted any more.";
                log.GaveUp(message);
                throw new HostException(message);
            }

            log.WorkerRestarts(why, delay);
            await Task.Delay(delay, settings.TimeProvider, cancellationToken);
            try
            {
                return await launch(cancellationToken);
            }
            catch (HostException failure)
            {
                why = $"The restart failed: {failure.Message}";
            }
        }
    }

    private void Publish(LiveWorker worker)
    {
        lock (gate)
        {
            current = worker;
            withdrawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            next.TrySetResult(worker);
        }
    }

    private void Withdraw()
    {
        lock (gate)
        {
            current = null;
            next = new TaskCompletionSource<LiveWorker>(TaskCreationOptions.RunContinuationsAsynchronously);
            withdrawn.TrySetResult();
        }
    }
}
