namespace Azure.Messaging.ServiceBus;

/// <summary>A received message is locked until it is settled; the package's other mode, which deletes at once, is not here.</summary>
public enum ServiceBusReceiveMode
{
    PeekLock = 0,
}
