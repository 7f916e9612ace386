using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Sources;

/// <summary>Where the container of exports is: <c>Exports</c>, or <c>Exports:blobServiceUri</c>.</summary>
public sealed record ExportsSettings(string? ConnectionString, string? ServiceUri) : StorageSettings<BlobServiceClient>(Key, UriName, ConnectionString, ServiceUri)
{
    public const string Key = "Exports";

    public const string Container = "exports";

    private const string UriName = $"{Key}:blobServiceUri";

    public static ExportsSettings Read(IConfiguration settings) => new(settings[Key], settings[UriName]);

    protected override BlobServiceClient Open(string connection) => new(connection);

    protected override BlobServiceClient Open(Uri address, TokenCredential identity) => new(address, identity);
}
