namespace Azure.Messaging.ServiceBus;

/// <summary>A client's retries.</summary>
public class ServiceBusClientOptions
{
    public ServiceBusRetryOptions RetryOptions { get; set; } = new();
}
