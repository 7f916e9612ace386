using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Queues;

/// <summary>A queue and its poison queue: takes messages, and settles them.</summary>
internal sealed class QueueSource
{
    private readonly QueueOptions options;
    private readonly ILogger log;
    private readonly PoisonQueue poison;
    private bool exists;

    public QueueSource(QueueFunction function, QueueOptions options, ILogger log)
    {
        this.options = options;
        this.log = log;
        var client = new QueueClientOptions { MessageEncoding = options.Base64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None };
        poison = new PoisonQueue(function, client.MessageEncoding);
        // Without this one message that cannot be decoded would stop its whole queue.
        client.MessageDecodingFailed += args => MoveUndecodableAsync(args.ReceivedMessage, args.CancellationToken);
        Client = function.Client(function.Queue, client);
    }

    public QueueClient Client { get; }

    public async Task<QueueMessage[]> ReceiveAsync(TimeSpan visibility, CancellationToken cancellationToken)
    {
        if (!exists)
        {
            await Client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            exists = true;
        }

        try
        {
            return await Client.ReceiveMessagesAsync(options.BatchSize, visibility, cancellationToken);
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
        if (message.DequeueCount < options.MaxDequeueCount)
        {
            await Client.UpdateMessageAsync(message.MessageId, receipt, (string?)null, options.RetryAfter, cancellationToken);
            return;
        }

        // In this order: a crash in between leaves two copies, not none.
        await poison.AddAsync(message, cancellationToken);
        await DeleteAsync(message, receipt, cancellationToken);
        log.Poisoned(message.MessageId, Client.Name, message.DequeueCount, poison.Name);
    }

    private async Task MoveUndecodableAsync(object received, CancellationToken cancellationToken)
    {
        if (received is QueueMessage message)
        {
            await poison.AddUndecodableAsync(message, cancellationToken);
            await DeleteAsync(message, message.PopReceipt, cancellationToken);
            log.Undecodable(message.MessageId, Client.Name, poison.Name);
        }
    }
}
