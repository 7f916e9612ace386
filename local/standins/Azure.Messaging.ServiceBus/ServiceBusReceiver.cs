using System.Runtime.CompilerServices;
using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives the messages of one queue or subscription, or of the dead-letter queue beside it, and settles them.</summary>
public class ServiceBusReceiver : IAsyncDisposable
{
    private readonly ServiceBusClient client;
    private long peeked;

    internal ServiceBusReceiver(ServiceBusClient client, string entityPath) => (this.client, EntityPath) = (client, entityPath);

    public virtual string EntityPath { get; }

    public virtual string FullyQualifiedNamespace => client.FullyQualifiedNamespace;

    public virtual ServiceBusReceiveMode ReceiveMode => ServiceBusReceiveMode.PeekLock;

    public virtual bool IsClosed { get; private set; }

    internal Broker Broker => client.Open(IsClosed, nameof(ServiceBusReceiver));

    internal virtual SessionKey? Session => null;

    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
        await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken) is [var message] ? message : null;

    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxMessages);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxWaitTime ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(maxWaitTime));
        return Broker.ReceiveAsync(new(EntityPath, Session), maxMessages, maxWaitTime ?? client.Patience, cancellationToken);
    }

    public virtual async IAsyncEnumerable<ServiceBusReceivedMessage> ReceiveMessagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (await ReceiveMessageAsync(null, cancellationToken) is { } message)
            {
                yield return message;
            }
        }
    }

    public virtual async Task<ServiceBusReceivedMessage?> PeekMessageAsync(long? fromSequenceNumber = null, CancellationToken cancellationToken = default) =>
        await PeekMessagesAsync(1, fromSequenceNumber, cancellationToken) is [var message] ? message : null;

    /// <summary>Looks at messages without locking them, beginning after the last one looked at.</summary>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ServiceBusReceivedMessage> seen =
            await Broker.PeekAsync(new(EntityPath, Session), maxMessages, fromSequenceNumber ?? peeked + 1, cancellationToken);
        peeked = seen.Count > 0 ? seen[^1].SequenceNumber : peeked;
        return seen;
    }

    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync(message, Settlement.Complete, cancellationToken);

    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default)
    {
        Refuse(propertiesToModify, nameof(AbandonMessageAsync));
        return SettleAsync(message, Settlement.Abandon, cancellationToken);
    }

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default)
    {
        Refuse(propertiesToModify, nameof(DeadLetterMessageAsync));
        return SettleAsync(message, Settlement.DeadLetter(null, null), cancellationToken);
    }

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message, string deadLetterReason, string? deadLetterErrorDescription = null, CancellationToken cancellationToken = default) =>
        SettleAsync(message, Settlement.DeadLetter(deadLetterReason, deadLetterErrorDescription), cancellationToken);

    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify, string deadLetterReason, string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default)
    {
        Refuse(propertiesToModify, nameof(DeadLetterMessageAsync));
        return DeadLetterMessageAsync(message, deadLetterReason, deadLetterErrorDescription, cancellationToken);
    }

    public virtual async Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        message.LockedUntil = Session == null
            ? await Broker.RenewAsync(EntityPath, message, cancellationToken)
            : throw new InvalidOperationException("A session's messages are locked with it: renew the session's lock.");

    public virtual Task CloseAsync(CancellationToken cancellationToken = default)
    {
        if (!IsClosed)
        {
            Release();
        }

        IsClosed = true;
        return Task.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    internal virtual void Release()
    {
    }

    private Task SettleAsync(ServiceBusReceivedMessage message, Settlement settlement, CancellationToken cancellationToken) =>
        Broker.SettleAsync(new(EntityPath, Session), message, settlement, cancellationToken);

    private static void Refuse(IDictionary<string, object>? properties, string member)
    {
        if (properties is { Count: > 0 })
        {
            throw new NotSupportedException($"ServiceBusReceiver.{member} with propertiesToModify");
        }
    }
}
