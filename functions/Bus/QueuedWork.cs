using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Plumbline.Functions.Bus;

/// <summary>A queue of our own work. What fails five times lies in the queue beside it whose name ends in <c>-poison</c>.</summary>
public sealed class QueuedWork(QueueServiceClient account, string name)
{
    /// <summary>The queue on which a run is one message.</summary>
    public const string Evaluations = "evaluations";

    private readonly QueueClient _queue = account.GetQueueClient(name);
    private readonly QueueClient _poison = account.GetQueueClient($"{name}-poison");

    public async Task SendAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            await SendOrCreateAsync(message, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            throw new QueueException(failure);
        }
    }

    private async Task SendOrCreateAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.SendMessageAsync(message, cancellationToken);
        }
        // The first message makes the queue.
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await _queue.SendMessageAsync(message, cancellationToken);
        }
    }

    /// <summary>About how many messages failed for good; none where no message ever did.</summary>
    public async Task<int> PoisonAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
