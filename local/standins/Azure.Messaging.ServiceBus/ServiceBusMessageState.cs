namespace Azure.Messaging.ServiceBus;

/// <summary>Whether a message can be received, or waits for its time.</summary>
public enum ServiceBusMessageState
{
    Active = 0,
    Scheduled = 2,
}
