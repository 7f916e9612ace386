using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace Plumbline.StandIns;

/// <summary>The app's timer functions: begun once the host answers, and given the host's time to end in.</summary>
internal sealed class HostedTimers(IReadOnlyList<HostedTimer> timers, IHostApplicationLifetime lifetime) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _abort = new();
    private readonly ConcurrentBag<Task> _running = [];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var timer in timers) Begin(timer.RunAsync);
        return Task.CompletedTask;
    }

    public bool StartByHand(string name)
    {
        var timer = timers.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (timer != null) Begin(timer.RunByHandAsync);
        return timer != null;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var ended = Task.WhenAll(_running);
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted) await _abort.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _abort.Dispose();

    private void Begin(Func<CancellationToken, CancellationToken, Task> run) =>
        _running.Add(Task.Run(() => run(lifetime.ApplicationStopping, _abort.Token)));
}
