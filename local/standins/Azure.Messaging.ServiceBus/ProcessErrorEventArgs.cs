namespace Azure.Messaging.ServiceBus;

/// <summary>A failure of a processor or of its handler.</summary>
public sealed class ProcessErrorEventArgs(
    Exception exception, ServiceBusErrorSource errorSource, string fullyQualifiedNamespace, string entityPath, CancellationToken cancellationToken) : EventArgs
{
    public Exception Exception { get; } = exception;

    public ServiceBusErrorSource ErrorSource { get; } = errorSource;

    public string FullyQualifiedNamespace { get; } = fullyQualifiedNamespace;

    public string EntityPath { get; } = entityPath;

    public CancellationToken CancellationToken { get; } = cancellationToken;
}
