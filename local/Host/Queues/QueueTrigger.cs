using Azure.Storage.Queues.Models;

namespace Plumbline.Local.Host.Queues;

/// <summary>Reads one queue and runs its function for each message.</summary>
internal sealed class QueueTrigger(QueueFunction function, HostParts parts)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private readonly QueueOptions options = parts.Json.Queues;
    private readonly QueueSource source = new(function, parts);
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

        await parts.Workers.NextAsync(cancellationToken);
    }

    private async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            QueueMessage[] messages = await source.ReceiveAsync(parts.Settings.QueueVisibility, cancellationToken);
            running.AddRange(messages.Select(ProcessAsync));
            if (unread)
            {
                parts.Log.QueueReadAgain(function.Queue);
                unread = false;
            }

            return messages.Length;
        }
        catch (Exception failure) when (QueueFailure.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            // Said once, not at each try.
            if (!unread)
            {
                parts.Log.QueueUnread(function.Queue, QueueFailure.Describe(failure));
                unread = true;
            }

            return 0;
        }
    }

    private async Task ProcessAsync(QueueMessage message)
    {
        Task<Outcome> invocation = parts.Workers.Current is { } worker
            ? parts.Invocations.RunAsync(worker, function.Definition, QueueInput.Request(function, message), CancellationToken.None)
            : Task.FromResult(Outcome.CutShort);
        (Outcome outcome, string receipt) = await new MessageHold(source.Client, message, parts).DuringAsync(invocation);
        try
        {
            if (outcome == Outcome.Succeeded)
            {
                await source.DeleteAsync(message, receipt, parts.OutOfTime);
            }
            else
            {
                await source.ReturnAsync(message, receipt, parts.OutOfTime);
            }
        }
        catch (Exception failure) when (QueueFailure.Is(failure))
        {
            string wanted = outcome == Outcome.Succeeded ? "deleted" : "given back";
            parts.Log.NotSettled(message.MessageId, function.Queue, wanted, QueueFailure.Describe(failure));
        }
    }
}
