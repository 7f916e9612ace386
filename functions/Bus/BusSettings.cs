using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Bus;

/// <summary>Where the bus is: a connection string in <c>ServiceBus</c>, or the namespace's name, opened by the app's identity.</summary>
public sealed record BusSettings(string? ConnectionString, string? Namespace) : ISettings
{
    public const string Section = "ServiceBus";

    // An absent bus is told within seconds, so that a run goes on without it and its alerts wait in the outbox; a busy one is waited for once.
    private static ServiceBusClientOptions Options => new()
    {
        RetryOptions = new() { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(1), TryTimeout = TimeSpan.FromSeconds(10) },
    };

    private const string NamespaceKey = $"{Section}:fullyQualifiedNamespace";

    public static BusSettings Read(IConfiguration settings) => new(settings[Section], settings[NamespaceKey]);

    /// <summary>Why it cannot be opened; null where it can. It names settings, never their values.</summary>
    public string? Fault => this switch
    {
        { ConnectionString: { Length: > 0 }, Namespace: { Length: > 0 } } => $"{Section} and {NamespaceKey} are both set; set one of them",
        { ConnectionString: { Length: > 0 } text } => FaultOf(text),
        { Namespace: { Length: > 0 } name } => Uri.CheckHostName(name) == UriHostNameType.Dns ? null : $"{NamespaceKey} is not a host name such as name.servicebus.windows.net",
        _ => $"{Section} is not set: a connection string, or {NamespaceKey} for the app's identity",
    };

    public ServiceBusClient Open() => ConnectionString is { Length: > 0 } text
        ? new(text, Options)
        : new(Namespace ?? throw new InvalidOperationException(Fault), new DefaultAzureCredential(), Options);

    private static string? FaultOf(string connection)
    {
        try
        {
            // Nothing is opened before it is used.
            _ = new ServiceBusClient(connection);
            return null;
        }
        // The client says what is wrong with it in words that may hold the key.
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return $"{Section} is not a connection string of a Service Bus namespace";
        }
    }
}
