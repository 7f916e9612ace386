using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>A processor at work: receives while a handler is free, keeps the locks of what is handled, and settles it.</summary>
internal sealed class ProcessorLoop(
    ServiceBusReceiver receiver, ServiceBusProcessorOptions options, Func<ProcessMessageEventArgs, Task> handle, Func<ProcessErrorEventArgs, Task> tell, CancellationToken stopping)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock = receiver.Broker.Clock;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public async Task RunAsync()
    {
        using var free = new SemaphoreSlim(options.MaxConcurrentCalls);
        List<Task> running = [];
        while (true)
        {
            await free.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) break;
            if (await ReceiveAsync() is { } message) running.Add(HandleAsync(message, free));
            else free.Release();
            running.RemoveAll(task => task.IsCompletedSuccessfully);
        }
        await Task.WhenAll(running);
    }

    private async Task<ServiceBusReceivedMessage?> ReceiveAsync()
    {
        try
        {
            return await receiver.ReceiveMessageAsync(null, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            await TellAsync(ServiceBusErrorSource.Receive, failure);
            await Task.Delay(Pause, _clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
    }

    private async Task HandleAsync(ServiceBusReceivedMessage message, SemaphoreSlim free)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var handled = new CancellationTokenSource();
        var renewing = RenewAsync(message, lost, handled.Token);
        // Off this thread, so that a handler that does not await holds up nobody else.
        var fine = await Task.Run(() => TryAsync(ServiceBusErrorSource.ProcessMessageCallback, () => handle(new(message, receiver, lost.Token))), CancellationToken.None);
        await handled.CancelAsync();
        await renewing;
        await (fine
            ? TryAsync(ServiceBusErrorSource.Complete, () => receiver.CompleteMessageAsync(message, CancellationToken.None))
            : TryAsync(ServiceBusErrorSource.Abandon, () => receiver.AbandonMessageAsync(message, null, CancellationToken.None)));
        free.Release();
    }

    private async Task RenewAsync(ServiceBusReceivedMessage message, CancellationTokenSource lost, CancellationToken handled)
    {
        var most = options.MaxAutoLockRenewalDuration;
        var end = most == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : Now + most;
        while (BeforeTheEnd(message.LockedUntil) is var at && at <= end)
        {
            if (at > Now) await Task.Delay(at - Now, _clock, handled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (handled.IsCancellationRequested) return;
            if (await TryAsync(ServiceBusErrorSource.RenewLock, () => receiver.RenewMessageLockAsync(message, CancellationToken.None))) continue;
            await lost.CancelAsync();
            return;
        }
    }

    private DateTimeOffset BeforeTheEnd(DateTimeOffset locked) => locked - ((locked - Now) / 2 is var half && half < LongestMargin ? half : LongestMargin);

    private async Task<bool> TryAsync(ServiceBusErrorSource source, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception failure)
        {
            await TellAsync(source, failure);
            return false;
        }
    }

    private Task TellAsync(ServiceBusErrorSource source, Exception failure) =>
        tell(new(failure, source, receiver.FullyQualifiedNamespace, receiver.EntityPath, stopping));
}
