using System.Net.Http.Headers;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Deliveries;
using Plumbline.Functions.Tests.Sources;
using Plumbline.Functions.Tests.Triggers;

namespace Plumbline.Functions.Tests.Deliveries;

/// <summary>The app before a container of exports of its own, to which a test delivers.</summary>
internal sealed class DeliveredApp : IAsyncDisposable
{
    public const string Key = "the first key of invoices";
    public const string NextKey = "the next key of invoices";
    public const string OtherKey = "the key of the calendars";

    private readonly ServedApp _app;

    private DeliveredApp(ServedApp app, BlobWire wire, BlobContainerClient container) => (_app, Wire, Container) = (app, wire, container);

    public BlobWire Wire { get; }

    public BlobContainerClient Container { get; }

    public ServedApp App => _app;

    public static async Task<DeliveredApp> StartAsync()
    {
        (string connection, string name, var wire) = (await AzuriteFixture.ConnectionStringAsync(), $"exports-{Guid.NewGuid():N}", new BlobWire());
        var container = new BlobContainerClient(connection, name);
        await container.CreateAsync();
        ServedApp app = await ServedApp.StartAsync(services => services.AddSingleton(new BlobContainerClient(connection, name, wire.Options)),
            ("Exports:Keys:invoices_csv", $"{Key}; {NextKey}"), ("Exports:Keys:calendars", OtherKey));
        return new(app, wire, container);
    }

    public Task<HttpResponseMessage> PutAsync(string text, string name = "invoices.csv", string? key = Key) => PutAsync(Bytes(text), name, key);

    public async Task<HttpResponseMessage> PutAsync(HttpContent? content, string name = "invoices.csv", string? key = Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/exports/{name}") { Content = content };
        if (key is not null)
            request.Headers.Add(ExportIntake.KeyHeader, key);
        return await _app.Client.SendAsync(request);
    }

    public static ByteArrayContent Bytes(string text, string? type = "text/csv")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    public async Task<string> TextAsync(string name = "invoices.csv") => $"{(await Container.GetBlobClient(name).DownloadContentAsync()).Value.Content}";

    public async Task<BlobProperties> PropertiesAsync(string name = "invoices.csv") => await Container.GetBlobClient(name).GetPropertiesAsync();

    public async Task<string[]> StoredAsync() => [.. await Container.GetBlobsAsync().Select(b => b.Name).ToListAsync()];

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
