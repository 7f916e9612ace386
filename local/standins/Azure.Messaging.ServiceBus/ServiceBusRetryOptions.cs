namespace Azure.Messaging.ServiceBus;

/// <summary>How long one try may take, and how often it is made. The broker in the process is never busy: here only TryTimeout has an effect.</summary>
public class ServiceBusRetryOptions
{
    public ServiceBusRetryMode Mode { get; set; } = ServiceBusRetryMode.Exponential;

    public int MaxRetries { get; set; } = 3;

    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(0.8);

    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Also how long a receiver waits that was not told how long.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromMinutes(1);
}
