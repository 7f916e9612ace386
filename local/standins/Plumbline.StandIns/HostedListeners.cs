using Microsoft.Extensions.Hosting;

namespace Plumbline.StandIns;

/// <summary>The app's Service Bus functions: begun once the host answers, and given the host's time to end in.</summary>
internal sealed class HostedListeners(IReadOnlyList<HostedListener> listeners) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _abort = new();
    private Task _ended = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.WhenAll(listeners.Select(l => l.StartAsync(_abort.Token)));

    // Before anything else stops: what is received from now on could not be finished.
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _ended = Task.WhenAll(listeners.Select(l => l.StopAsync()));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_ended.IsCompleted) await _abort.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _abort.Dispose();
}
