using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends messages to one queue or topic.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly ServiceBusClient client;

    internal ServiceBusSender(ServiceBusClient client, string entityPath) => (this.client, EntityPath) = (client, entityPath);

    public virtual string EntityPath { get; }

    public virtual string FullyQualifiedNamespace => client.FullyQualifiedNamespace;

    public virtual bool IsClosed { get; private set; }

    private Broker Broker => client.Open(IsClosed, nameof(ServiceBusSender));

    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        SendMessagesAsync([message], cancellationToken);

    public virtual async Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        Broker broker = Broker;
        Letter[] letters = [.. messages.Select(Letter.Of)];
        await SendAsync(broker, letters, cancellationToken);
    }

    public virtual async Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) =>
        await SendAsync(Broker, messageBatch.Letters, cancellationToken);

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
    {
        Broker.Require(EntityPath);
        return ValueTask.FromResult(new ServiceBusMessageBatch());
    }

    /// <returns>The number by which it can be cancelled.</returns>
    public virtual async Task<long> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        Broker broker = Broker;
        Letter letter = Letter.Of(message) with { Due = scheduledEnqueueTime };
        return (await broker.SendAsync(BusOperation.Schedule, EntityPath, [letter], cancellationToken))[0];
    }

    public virtual Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        Broker.CancelAsync(EntityPath, sequenceNumber, cancellationToken);

    public virtual Task CloseAsync(CancellationToken cancellationToken = default)
    {
        IsClosed = true;
        return Task.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private async Task SendAsync(Broker broker, IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        if (letters.Count > 0)
        {
            await broker.SendAsync(BusOperation.Send, EntityPath, letters, cancellationToken);
        }
    }
}
