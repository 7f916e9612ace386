namespace Azure.Messaging.ServiceBus;

/// <summary>How many messages a processor handles at once, and how long it keeps their locks.</summary>
public class ServiceBusProcessorOptions
{
    public int MaxConcurrentCalls { get; set; } = 1;

    public TimeSpan MaxAutoLockRenewalDuration { get; set; } = TimeSpan.FromMinutes(5);
}
