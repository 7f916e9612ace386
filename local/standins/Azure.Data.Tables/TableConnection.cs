namespace Azure.Data.Tables;

/// <summary>What a connection string says: where the account's tables are, and its key.</summary>
internal sealed record TableConnection(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // The emulator's account, published with it: the same on every machine.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static TableConnection Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        Dictionary<string, string> settings = Settings(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out string? use) && bool.TryParse(use, out bool emulator) && emulator)
        {
            string proxy = settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1").TrimEnd('/');
            return new(new Uri($"{proxy}:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }

        if (settings.ContainsKey("SharedAccessSignature"))
        {
            throw new NotSupportedException("TableServiceClient: a connection string with SharedAccessSignature");
        }

        string account = Required(settings, "AccountName");
        return new(EndpointOf(settings, account), new(account, Required(settings, "AccountKey")));
    }

    private static Uri EndpointOf(Dictionary<string, string> settings, string account) =>
        settings.TryGetValue("TableEndpoint", out string? endpoint)
            ? new Uri(endpoint)
            : new Uri($"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out string? value) && value.Length > 0
            ? value
            : throw new FormatException($"the connection string of the tables has no {name}");

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            settings[equals > 0 ? part[..equals] : throw new FormatException("the connection string of the tables has a part without a name")] = part[(equals + 1)..];
        }

        return settings;
    }
}
