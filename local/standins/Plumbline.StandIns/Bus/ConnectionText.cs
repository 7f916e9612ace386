using System.Data.Common;

namespace Plumbline.StandIns.Bus;

/// <summary>A namespace's connection string: <c>Endpoint=sb://HOST;SharedAccessKeyName=NAME;SharedAccessKey=KEY</c>.</summary>
internal static class ConnectionText
{
    public static string Host(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        // The client wants a key, as it must in the cloud; the broker in the process has no use for it.
        if (!Has(parts, "SharedAccessSignature") && !(Has(parts, "SharedAccessKeyName") && Has(parts, "SharedAccessKey")))
            throw Refused("it needs SharedAccessKeyName and SharedAccessKey, or SharedAccessSignature");
        return parts.TryGetValue("Endpoint", out var endpoint) && Uri.TryCreate(endpoint as string, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? uri.Host
            : throw Refused("it needs an Endpoint such as sb://name.servicebus.windows.net");
    }

    private static bool Has(DbConnectionStringBuilder parts, string name) => parts.TryGetValue(name, out var value) && value is string { Length: > 0 };

    private static ArgumentException Refused(string why) => new($"The connection string is not one of Service Bus: {why}.");
}
