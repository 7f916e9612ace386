namespace Azure.Messaging.ServiceBus;

/// <summary>What a processor was doing when it failed.</summary>
public enum ServiceBusErrorSource
{
    Complete = 0,
    Abandon = 1,
    ProcessMessageCallback = 2,
    Receive = 3,
    RenewLock = 4,
}
