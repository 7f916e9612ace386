namespace Azure.Messaging.ServiceBus;

/// <summary>How a session's receiver reads.</summary>
public class ServiceBusSessionReceiverOptions
{
    public ServiceBusReceiveMode ReceiveMode { get; set; } = ServiceBusReceiveMode.PeekLock;
}
