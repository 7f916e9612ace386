using Azure.Core;
using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Where senders, receivers and processors of one namespace come from; the namespace is a broker in this process.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly ServiceBusClientOptions options;

    // Taken once, with the first sender or receiver: what a broker's end cut off stays cut off, and does not turn to its successor.
    private readonly Lazy<Broker>? broker;

    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string connectionString, ServiceBusClientOptions? options)
        : this(ConnectionText.Host(connectionString), Brokers.At, options)
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullyQualifiedNamespace);
        ArgumentNullException.ThrowIfNull(credential);
        (FullyQualifiedNamespace, this.options) = (fullyQualifiedNamespace, options ?? new());
    }

    internal ServiceBusClient(Broker broker, ServiceBusClientOptions? options)
        : this(broker.Host, _ => broker, options)
    {
    }

    private ServiceBusClient(string host, Func<string, Broker> open, ServiceBusClientOptions? options) =>
        (broker, FullyQualifiedNamespace, this.options) = (new(() => open(host)), host, options ?? new());

    public virtual string FullyQualifiedNamespace { get; }

    public virtual bool IsClosed { get; private set; }

    internal TimeSpan Patience => options.RetryOptions.TryTimeout;

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(this, Named(queueOrTopicName));

    public virtual ServiceBusReceiver CreateReceiver(string queueName) => CreateReceiver(queueName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions? options) =>
        new(this, EntityPaths.Of(Named(queueName), options?.SubQueue ?? SubQueue.None));

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName) =>
        CreateReceiver(topicName, subscriptionName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions? options) =>
        CreateReceiver(EntityPaths.Subscription(topicName, subscriptionName), options);

    public virtual Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(
        string queueName, ServiceBusSessionReceiverOptions? options = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(queueName, null, cancellationToken);

    public virtual Task<ServiceBusSessionReceiver> AcceptNextSessionAsync(
        string topicName, string subscriptionName, ServiceBusSessionReceiverOptions? options = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(EntityPaths.Subscription(topicName, subscriptionName), null, cancellationToken);

    public virtual Task<ServiceBusSessionReceiver> AcceptSessionAsync(
        string queueName, string sessionId, ServiceBusSessionReceiverOptions? options = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(queueName, sessionId, cancellationToken);

    public virtual Task<ServiceBusSessionReceiver> AcceptSessionAsync(
        string topicName, string subscriptionName, string sessionId, ServiceBusSessionReceiverOptions? options = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(EntityPaths.Subscription(topicName, subscriptionName), sessionId, cancellationToken);

    public virtual ServiceBusProcessor CreateProcessor(string queueName) => CreateProcessor(queueName, new ServiceBusProcessorOptions());

    public virtual ServiceBusProcessor CreateProcessor(string queueName, ServiceBusProcessorOptions? options) =>
        new(CreateReceiver(queueName), options ?? new());

    public virtual ServiceBusProcessor CreateProcessor(string topicName, string subscriptionName) =>
        CreateProcessor(topicName, subscriptionName, new ServiceBusProcessorOptions());

    public virtual ServiceBusProcessor CreateProcessor(string topicName, string subscriptionName, ServiceBusProcessorOptions? options) =>
        new(CreateReceiver(topicName, subscriptionName), options ?? new());

    public virtual ValueTask DisposeAsync()
    {
        IsClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal Broker Open(bool closed, string what)
    {
        ObjectDisposedException.ThrowIf(closed || IsClosed, what);
        return broker?.Value
            ?? throw new NotSupportedException("ServiceBusClient(fullyQualifiedNamespace, credential): the broker is in this process; give a connection string.");
    }

    private async Task<ServiceBusSessionReceiver> AcceptAsync(string path, string? sessionId, CancellationToken cancellationToken)
    {
        Broker here = Open(closed: false, nameof(ServiceBusClient));
        return new(this, here, path, await here.AcceptAsync(Named(path), sessionId, Patience, cancellationToken));
    }

    private string Named(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ObjectDisposedException.ThrowIf(IsClosed, nameof(ServiceBusClient));
        _ = broker?.Value;
        return path;
    }
}
