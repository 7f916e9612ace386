namespace Azure.Messaging.ServiceBus;

/// <summary>What a receiver reads, and how.</summary>
public class ServiceBusReceiverOptions
{
    public ServiceBusReceiveMode ReceiveMode { get; set; } = ServiceBusReceiveMode.PeekLock;

    public SubQueue SubQueue { get; set; } = SubQueue.None;
}
