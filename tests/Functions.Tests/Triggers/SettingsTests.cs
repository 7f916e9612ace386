using System.Net;
using System.Text.Json;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>An app whose settings are missing or wrong starts all the same, and says what it lacks wherever somebody may look.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task An_app_without_settings_answers_and_names_all_that_it_lacks_at_once()
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { }, ("Policy:Folder", "/no/such/folder"));
        HttpResponseMessage response = await app.Client.GetAsync("/api/health");
        JsonElement dependencies = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("dependencies");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(["tables", "queue", "bus", "balance", "policy", "exports", "graph"], dependencies.EnumerateObject().Select(d => d.Name));
        Assert.Equal(
            [
                "Tables is not set: a connection string, or Tables:serviceUri for the app's identity",
                "AzureWebJobsStorage is not set: a connection string, or AzureWebJobsStorage:queueServiceUri for the app's identity",
                "ServiceBus is not set: a connection string, or ServiceBus:fullyQualifiedNamespace for the app's identity",
                "cannot be looked at without tables",
                "Policy:Folder holds a policy with 1 faults; the log says which",
                "Exports is not set: a connection string, or Exports:blobServiceUri for the app's identity",
                "ok",
            ],
            dependencies.EnumerateObject().Select(d => d.Value.GetString()));
    }

    [Theory]
    [InlineData("/api/results/findings")]
    [InlineData("/api/alerts")]
    public async Task An_app_without_settings_refuses_requests_as_not_configured(string path)
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { });
        await Problem.AssertAsync(await app.Client.GetAsync(path), HttpStatusCode.ServiceUnavailable, "not_configured");
    }

    [Theory]
    [InlineData("Tables", "AccountName=x;AccountKey=c2VjcmV0;nonsense", null)]
    [InlineData("Tables", null, "http://example.test")]
    [InlineData("Tables", "UseDevelopmentStorage=true", "https://example.test")]
    public async Task A_setting_that_is_wrong_is_named_and_its_value_is_not_told(string name, string? connection, string? address)
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { }, [.. Given(name, connection), .. Given($"{name}:serviceUri", address)]);
        string body = await (await app.Client.GetAsync("/api/health")).Content.ReadAsStringAsync();
        Assert.Contains("\"tables\":\"Tables", body, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", body, StringComparison.Ordinal);
        Assert.DoesNotContain("example", body, StringComparison.Ordinal);
        await Problem.AssertAsync(await app.Client.GetAsync("/api/results/findings"), HttpStatusCode.ServiceUnavailable, "not_configured");
    }

    private static (string, string)[] Given(string name, string? value) => value is null ? [] : [(name, value)];
}
