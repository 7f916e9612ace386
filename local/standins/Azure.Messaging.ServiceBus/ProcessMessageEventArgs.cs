namespace Azure.Messaging.ServiceBus;

/// <summary>A message that a processor received; it is completed when its handler returns and abandoned when it throws.</summary>
public class ProcessMessageEventArgs(ServiceBusReceivedMessage message, ServiceBusReceiver receiver, CancellationToken cancellationToken) : EventArgs
{
    public ServiceBusReceivedMessage Message { get; } = message;

    /// <summary>Cancelled when the processor is told to stop, or when the lock is lost.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public string EntityPath => receiver.EntityPath;

    public string FullyQualifiedNamespace => receiver.FullyQualifiedNamespace;
}
