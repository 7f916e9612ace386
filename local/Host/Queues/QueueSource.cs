using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Plumbline.Local.Host.Queues;

/// <summary>A queue and its poison queue: takes messages, and settles them.</summary>
internal sealed class QueueSource
{
    private readonly HostParts parts;
    private readonly PoisonQueue poison;
    private bool exists;

    public QueueSource(QueueFunction function, HostParts parts)
    {
        this.parts = parts;
        var client =
            new QueueClientOptions { MessageEncoding = parts.Json.Queues.Base64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None };
        poison = new PoisonQueue(function, client.MessageEncoding);
        // Without this one message that cannot be decoded would stop its whole queue.
        client.MessageDecodingFailed += args => MoveUndecodableAsync(args.ReceivedMessage, args.CancellationToken);
        Client = function.Client(function.Queue, client);
    }

    public QueueClient Client { get; }

    private QueueOptions Options => parts.Json.Queues;

    public async Task<QueueMessage[]> ReceiveAsync(TimeSpan visibility, CancellationToken cancellationToken)
    {
        if (!exists)
        {
            await Client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            exists = true;
        }

        try
        {
            return await Client.ReceiveMessagesAsync(Options.BatchSize, visibility, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            exists = false;
            return [];
        }
    }

    public Task DeleteAsync(QueueMessage message, string receipt, CancellationToken cancellationToken) =>
        Client.DeleteMessageAsync(message.MessageId, receipt, cancellationToken);

    /// <summary>After a failure: gives the message back, or moves it away once it has failed too often.</summary>
    public async Task ReturnAsync(QueueMessage message, string receipt, CancellationToken cancellationToken)
    {
        if (message.DequeueCount < Options.MaxDequeueCount)
        {
            await Client.UpdateMessageAsync(message.MessageId, receipt, (string?)null, Options.RetryAfter, cancellationToken);
            return;
        }

        // In this order: a crash in between leaves two copies, not none.
        await poison.AddAsync(message, cancellationToken);
        await DeleteAsync(message, receipt, cancellationToken);
        parts.Log.Poisoned(message.MessageId, Client.Name, message.DequeueCount, poison.Name);
    }

    private async Task MoveUndecodableAsync(object received, CancellationToken cancellationToken)
    {
        if (received is QueueMessage message)
        {
            await poison.AddUndecodableAsync(message, cancellationToken);
            await DeleteAsync(message, message.PopReceipt, cancellationToken);
            parts.Log.Undecodable(message.MessageId, Client.Name, poison.Name);
        }
    }
}
