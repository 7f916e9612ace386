namespace Azure.Messaging.ServiceBus;

/// <summary>The queue beside a queue or subscription that a receiver reads.</summary>
public enum SubQueue
{
    None = 0,
    DeadLetter = 1,
}
