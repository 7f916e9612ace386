using Azure.Core;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Bus;

/// <summary>Where the queues of our own work are: in the host's storage account, by the settings from which the platform reads it for its triggers.</summary>
public sealed record QueueSettings(string? ConnectionString, string? ServiceUri) : StorageSettings<QueueServiceClient>(Key, UriName, ConnectionString, ServiceUri)
{
    public const string Key = "AzureWebJobsStorage";

    private const string UriName = $"{Key}:queueServiceUri";
    private const string AccountKey = $"{Key}:accountName";

    public static QueueSettings Read(IConfiguration settings) =>
        new(settings[Key], settings[UriName] ?? (settings[AccountKey] is { Length: > 0 } account ? $"https://{account}.queue.core.windows.net" : null));

    // As host.json says for the trigger.
    private static QueueClientOptions Options => new() { MessageEncoding = QueueMessageEncoding.Base64 };

    protected override QueueServiceClient Open(string connection) => new(connection, Options);

    protected override QueueServiceClient Open(Uri address, TokenCredential identity) => new(address, identity, Options);
}
