using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Plumbline.Local.Host.Queues;

/// <summary>Where messages go whose function failed too often; made when the first one comes.</summary>
internal sealed class PoisonQueue(QueueFunction function, QueueMessageEncoding encoding)
{
    // A message that cannot be decoded is moved unchanged.
    private readonly QueueClient raw = function.Client(
        PoisonName(function), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
    private readonly QueueClient decoded = function.Client(PoisonName(function), new QueueClientOptions { MessageEncoding = encoding });

    public string Name => decoded.Name;

    public Task AddAsync(QueueMessage message, CancellationToken cancellationToken) => AddAsync(decoded, message, cancellationToken);

    public Task AddUndecodableAsync(QueueMessage message, CancellationToken cancellationToken) => AddAsync(raw, message, cancellationToken);

    private static string PoisonName(QueueFunction function) => $"{function.Queue}-poison";

    private static async Task AddAsync(QueueClient queue, QueueMessage message, CancellationToken cancellationToken)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queue.SendMessageAsync(message.Body, cancellationToken: cancellationToken);
    }
}
