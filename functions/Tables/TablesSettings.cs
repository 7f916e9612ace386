using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Tables;

/// <summary>Where the tables are: <c>Tables</c>, or <c>Tables:serviceUri</c>.</summary>
public sealed record TablesSettings(string? ConnectionString, string? ServiceUri) : StorageSettings<TableServiceClient>(Key, $"{Key}:serviceUri", ConnectionString, ServiceUri)
{
    public const string Key = "Tables";

    public static TablesSettings Read(IConfiguration settings) => new(settings[Key], settings[$"{Key}:serviceUri"]);

    /// <summary>How every client of the tables is made: with our rules in its pipeline.</summary>
    /// <param name="transport">Null for the usual one.</param>
    public static TableClientOptions Options(HttpPipelineTransport? transport = null)
    {
        var options = new TableClientOptions();
        if (transport is not null)
            options.Transport = transport;
        options.AddPolicy(AzureTableRules.Instance, HttpPipelinePosition.PerCall);
        return options;
    }

    protected override TableServiceClient Open(string connection) => new(connection, Options());

    protected override TableServiceClient Open(Uri address, TokenCredential identity) => new(address, identity, Options());
}
