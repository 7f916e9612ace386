namespace Azure.Messaging.ServiceBus;

/// <summary>How the delay between tries grows.</summary>
public enum ServiceBusRetryMode
{
    Fixed = 0,
    Exponential = 1,
}
