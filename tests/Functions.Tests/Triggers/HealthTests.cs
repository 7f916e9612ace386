using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class HealthTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    [Fact]
    public async Task An_app_that_could_run_says_so_and_names_its_newest_finished_run()
    {
        await tables.WriteAsync("runs",
            new TableEntity("2026-09", "1") { ["run"] = "r3", ["state"] = "started" },
            new TableEntity("2026-09", "2") { ["run"] = "r2", ["state"] = "finished", ["finishedat"] = new DateTimeOffset(2026, 9, 7, 8, 5, 9, TimeSpan.Zero) },
            new TableEntity("2026-09", "3") { ["run"] = "r1", ["state"] = "finished", ["finishedat"] = new DateTimeOffset(2026, 9, 7, 7, 5, 9, TimeSpan.Zero) });
        await using RunningApp app = await tables.AppAsync(("Exports:Folder", AppContext.BaseDirectory), ("ServiceBus", tables.Bus.Connection));
        HttpResponseMessage response = await app.Client.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"ok","dependencies":{"tables":"ok","bus":"ok","balance":"ok","policy":"ok","exports":"ok","graph":"ok"},"lastRun":{"run":"r2","finished":"2026-09-07T08:05:09Z"}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_app_whose_first_run_is_still_to_come_is_ready_for_it()
    {
        TableSet none = new(new TableServiceClient(await AzuriteFixture.ConnectionStringAsync()), $"t{Guid.NewGuid():N}"[..16]);
        await using RunningApp app = await RunningApp.StartAsync(services => services.AddSingleton(none),
            ("Tables", "UseDevelopmentStorage=true"), ("Exports:Folder", AppContext.BaseDirectory), ("ServiceBus", tables.Bus.Connection));
        Assert.Equal("""{"status":"ok","dependencies":{"tables":"ok","bus":"ok","balance":"ok","policy":"ok","exports":"ok","graph":"ok"},"lastRun":null}""",
            await (await app.Client.GetAsync("/api/health")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Tables_that_refuse_the_app_are_named_beside_its_other_dependencies()
    {
        string connection = await AzuriteFixture.ConnectionStringAsync();
        int key = connection.IndexOf("AccountKey=", StringComparison.Ordinal);
        TableSet closed = new(new TableServiceClient($"{connection[..key]}AccountKey=c2VjcmV0{connection[connection.IndexOf(';', key)..]}"));
        JsonElement dependencies = await DependenciesAsync(closed);
        Assert.StartsWith("refused: ", dependencies.GetProperty("tables").GetString(), StringComparison.Ordinal);
        Assert.Equal(("cannot be looked at without tables", "ok"), (dependencies.GetProperty("balance").GetString(), dependencies.GetProperty("bus").GetString()));
    }

    [Fact]
    public async Task An_app_without_an_identity_is_told_apart_from_tables_that_cannot_be_reached()
    {
        TokenCredential nobody = DelegatedTokenCredential.Create((_, _) => throw new CredentialUnavailableException("secret detail"));
        JsonElement dependencies = await DependenciesAsync(new(new TableServiceClient(new Uri("https://127.0.0.1:1"), nobody)));
        Assert.Equal(("not allowed", "cannot be looked at without tables"), (dependencies.GetProperty("tables").GetString(), dependencies.GetProperty("balance").GetString()));
    }

    [Fact]
    public async Task An_app_without_settings_starts_and_names_all_that_it_lacks_at_once()
    {
        await using RunningApp app = await RunningApp.StartAsync(_ => { }, ("Policy:Folder", "/no/such/folder"));
        HttpResponseMessage response = await app.Client.GetAsync("/api/health");
        JsonElement dependencies = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("dependencies");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.StartsWith("Tables is not set", dependencies.GetProperty("tables").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("ServiceBus is not set", dependencies.GetProperty("bus").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Policy:Folder holds", dependencies.GetProperty("policy").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Exports:Folder is not set", dependencies.GetProperty("exports").GetString(), StringComparison.Ordinal);
        string said = Assert.Single(app.Logs.Of(Microsoft.Extensions.Logging.LogLevel.Error), line => line.Contains("Tables", StringComparison.Ordinal));
        Assert.All(["Tables is not set", "Exports:Folder is not set", "there is no such folder"], text => Assert.Contains(text, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AccountName=x;AccountKey=c2VjcmV0;nonsense", null)]
    [InlineData(null, "http://example.test")]
    [InlineData("UseDevelopmentStorage=true", "https://example.test")]
    public async Task A_setting_that_is_wrong_is_named_and_its_value_is_not_told(string? connection, string? address)
    {
        await using RunningApp app = await RunningApp.StartAsync(_ => { }, [.. Given("Tables", connection), .. Given("Tables:serviceUri", address)]);
        string body = await (await app.Client.GetAsync("/api/health")).Content.ReadAsStringAsync();
        Assert.Contains("\"tables\":\"Tables", body, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", body, StringComparison.Ordinal);
        Assert.DoesNotContain("example", body, StringComparison.Ordinal);
        await Problem.AssertAsync(await app.Client.GetAsync("/api/results/findings"), HttpStatusCode.ServiceUnavailable, "not_configured");
    }

    [Fact]
    public async Task Anybody_may_ask()
    {
        await using RunningApp app = await RunningApp.StartAsync(_ => { });
        app.Client.DefaultRequestHeaders.Clear();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.GetAsync("/api/health")).StatusCode);
    }

    private async Task<JsonElement> DependenciesAsync(TableSet asked)
    {
        await using RunningApp app = await RunningApp.StartAsync(services => services.AddSingleton(asked),
            ("Tables", "UseDevelopmentStorage=true"), ("Exports:Folder", AppContext.BaseDirectory), ("ServiceBus", tables.Bus.Connection));
        return JsonDocument.Parse(await (await app.Client.GetAsync("/api/health")).Content.ReadAsStringAsync()).RootElement.GetProperty("dependencies");
    }

    private static (string, string)[] Given(string name, string? value) => value is null ? [] : [(name, value)];
}
