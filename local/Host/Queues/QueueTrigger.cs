using Azure;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Plumbline.Local.Host.Worker;

namespace Plumbline.Local.Host.Queues;

/// <summary>Reads one queue and runs its function for each message.</summary>
/// <param name="settling">Fires when there is no time left to delete messages or give them back.</param>
internal sealed class QueueTrigger(
    QueueFunction function, QueueOptions options, TimeSpan visibility, Workers workers, Invocations invocations, ILogger log, CancellationToken settling)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private readonly QueueSource source = new(function, options, log);
    private readonly List<Task> running = [];
    private bool unread;

    /// <summary>Ends when the token fires and what was taken is settled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            TimeSpan wait = ShortestWait;
            while (true)
            {
                await RoomAsync(cancellationToken);
                int taken = await TakeAsync(cancellationToken);
                if (taken > 0)
                {
                    wait = ShortestWait;
                    continue;
                }

                await Task.Delay(wait < options.MaxPollingInterval ? wait : options.MaxPollingInterval, cancellationToken);
                wait = wait < options.MaxPollingInterval ? wait * 2 : wait;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }

        await Task.WhenAll(running);
    }

    // Messages are taken only while there is a worker for them.
    private async Task RoomAsync(CancellationToken cancellationToken)
    {
        running.RemoveAll(task => task.IsCompleted);
        while (running.Count > options.NewBatchThreshold)
        {
            await Task.WhenAny(running).WaitAsync(cancellationToken);
            running.RemoveAll(task => task.IsCompleted);
        }

        await workers.NextAsync(cancellationToken);
    }

    private async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            QueueMessage[] messages = await source.ReceiveAsync(visibility, cancellationToken);
            running.AddRange(messages.Select(ProcessAsync));
            if (unread)
            {
                log.QueueReadAgain(function.Queue);
                unread = false;
            }

            return messages.Length;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // Said once, not at each try.
            if (!unread)
            {
                log.QueueUnread(function.Queue, failure);
                unread = true;
            }

            return 0;
        }
    }

    private async Task ProcessAsync(QueueMessage message)
    {
        Task<Outcome> invocation = workers.Current is { } worker
            ? invocations.RunAsync(worker, function.Definition, QueueInput.Request(function, message), CancellationToken.None)
            : Task.FromResult(Outcome.CutShort);
        (Outcome outcome, string receipt) = await new MessageHold(source.Client, message, visibility, log).DuringAsync(invocation);
        try
        {
            if (outcome == Outcome.Succeeded)
            {
                await source.DeleteAsync(message, receipt, settling);
            }
            else
            {
                await source.ReturnAsync(message, receipt, settling);
            }
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
        {
            log.NotSettled(message.MessageId, function.Queue, outcome == Outcome.Succeeded ? "deleted" : "given back", failure);
        }
    }
}
