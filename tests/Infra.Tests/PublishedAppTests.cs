using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Plumbline.Functions.Sources;
using Plumbline.Local.Azurite;
using Plumbline.Local.Bus;
using Plumbline.Local.Host;

namespace Plumbline.Infra.Tests;

/// <summary>What is deployed, with the settings with which it is deployed, on one machine.</summary>
public sealed class PublishedAppTests : IAsyncLifetime
{
    private const string Parameters = """
        using '../main.bicep'
        param environmentName = 'published'
        param location = 'uksouth'
        param vaultSettings = { Exports__Keys__invoices_csv: 'export-key-invoices' }
        """;

    private readonly string _home = Directory.CreateTempSubdirectory("plumbline-infra-").FullName;
    private AzuriteProcess? _storage;
    private ServiceBusEmulator? _bus;

    public async Task InitializeAsync()
    {
        if (PublishedAppFactAttribute.Folder is null || Bicep.Missing is not null)
            return;
        _storage = await AzuriteProcess.StartAsync(new(), CancellationToken.None);
        string entities = Path.Combine(AppContext.BaseDirectory, "Bus", "entities.json");
        _bus = await ServiceBusEmulator.StartAsync(new() { EntitiesFile = entities }, CancellationToken.None);
        BlobContainerClient exports = new BlobServiceClient(_storage.ConnectionString).GetBlobContainerClient(ExportsSettings.Container);
        await exports.CreateAsync();
        await exports.UploadBlobAsync("accounts.csv", BinaryData.FromString("""
            account_id,name,region,status,started_on,ended_on
            A1,Firm,england-and-wales,active,2026-01-01,
            """));
    }

    [PublishedAppFact]
    public async Task The_published_functions_start_and_answer_with_the_settings_of_the_template()
    {
        await using FunctionsHost host = await FunctionsHost.StartAsync(new()
        {
            App = PublishedAppFactAttribute.Folder!,
            Home = _home,
            Port = 0,
            AppSettings = LocalSettings.Of(Deployment.Of(Parameters), _storage!, _bus!),
            FunctionKey = "key",
        }, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.Address };

        JsonNode health = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/health", UriKind.Relative)))!;
        Assert.All(health["dependencies"]!.AsObject(), dependency => Assert.Equal("ok", (string?)dependency.Value));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/alerts", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, await DeliverAsync(client, Answered.Secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await DeliverAsync(client, "another secret of the vault"));
        client.DefaultRequestHeaders.Add("x-functions-key", "key");
        using var order = new StringContent("""{"accounts":["A1"]}""", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.Accepted, (await client.PostAsync(new Uri("/api/runs", UriKind.Relative), order)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/alerts", UriKind.Relative))).StatusCode);
    }

    /// <param name="key">Of invoices.csv, by the setting that lies in the vault.</param>
    private static async Task<HttpStatusCode> DeliverAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("/api/exports/invoices.csv", UriKind.Relative));
        request.Headers.Add("x-export-key", key);
        request.Content = new StringContent("invoice_number,account_id\n", Encoding.UTF8, "text/csv");
        return (await client.SendAsync(request)).StatusCode;
    }

    public async Task DisposeAsync()
    {
        await (_bus?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_storage?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_home, recursive: true);
    }
}
