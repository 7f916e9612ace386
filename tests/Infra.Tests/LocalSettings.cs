using Plumbline.Local.Azurite;
using Plumbline.Local.Bus;

namespace Plumbline.Infra.Tests;

/// <summary>The settings that the template gives, with the services of one machine in place of Azure's.</summary>
internal static class LocalSettings
{
    public static Dictionary<string, string> Of(Deployment deployment, AzuriteProcess storage, ServiceBusEmulator bus)
    {
        Dictionary<string, string> settings = [];
        foreach ((string name, string value) in deployment.Settings)
        {
            (string key, string local) = Local(name, Answered.Of(value), storage, bus);
            settings[key] = local;
        }
        return settings;
    }

    // No identity opens what runs on this machine: a connection string stands where the template gives an address.
    private static (string Name, string Value) Local(string name, string value, AzuriteProcess storage, ServiceBusEmulator bus) =>
        name switch
    {
        _ when name.EndsWith("erviceUri", StringComparison.Ordinal) => (name.Split("__")[0], storage.ConnectionString),
        "ServiceBus__fullyQualifiedNamespace" => ("ServiceBus", bus.ConnectionString),
        // The port of discard, where nobody listens.
        "APPLICATIONINSIGHTS_CONNECTION_STRING" => (name, $"InstrumentationKey={Guid.Empty};IngestionEndpoint=http://127.0.0.1:9/"),
        _ => (name, value),
    };
}
