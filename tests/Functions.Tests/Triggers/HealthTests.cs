using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class HealthTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private const string AllOk = """{"tables":"ok","queue":"ok","bus":"ok","balance":"ok","policy":"ok","exports":"ok","graph":"ok"}""";

    [Fact]
    public async Task An_app_that_could_run_says_so_and_names_its_newest_finished_run()
    {
        await tables.WriteAsync("runs",
            new TableEntity("2026-09", "1") { ["run"] = "r3", ["state"] = "started" },
            new TableEntity("2026-09", "2") { ["run"] = "r2", ["state"] = "finished", ["finishedat"] = new DateTimeOffset(2026, 9, 7, 8, 5, 9, TimeSpan.Zero) },
            new TableEntity("2026-09", "3") { ["run"] = "r1", ["state"] = "finished", ["finishedat"] = new DateTimeOffset(2026, 9, 7, 7, 5, 9, TimeSpan.Zero) });
        await using ServedApp app = await tables.AppAsync();
        HttpResponseMessage response = await app.Client.GetAsync("/api/health");
        Assert.Equal($$$"""{"status":"ok","dependencies":{{{AllOk}}},"lastRun":{"run":"r2","finished":"2026-09-07T08:05:09Z"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_app_whose_first_run_is_still_to_come_is_ready_for_it()
    {
        TableSet none = new(new TableServiceClient(await AzuriteFixture.ConnectionStringAsync()), $"t{Guid.NewGuid():N}"[..16]);
        await using ServedApp app = await tables.AppAsync(services => services.AddSingleton(none));
        Assert.Equal($$$"""{"status":"ok","dependencies":{{{AllOk}}},"lastRun":null}""", await app.Client.GetStringAsync("/api/health"));
    }

    [Fact]
    public async Task Tables_that_refuse_the_app_are_named_beside_its_other_dependencies()
    {
        TableSet closed = new(new TableServiceClient(WithWrongKey(await AzuriteFixture.ConnectionStringAsync())));
        JsonElement dependencies = await DependenciesAsync(services => services.AddSingleton(closed));
        Assert.StartsWith("refused: ", Said(dependencies, "tables"), StringComparison.Ordinal);
        Assert.Equal(("cannot be looked at without tables", "ok"), (Said(dependencies, "balance"), Said(dependencies, "bus")));
    }

    [Fact]
    public async Task An_app_without_an_identity_is_told_apart_from_tables_that_cannot_be_reached()
    {
        TokenCredential nobody = DelegatedTokenCredential.Create((_, _) => throw new CredentialUnavailableException("secret detail"));
        JsonElement dependencies = await DependenciesAsync(services => services.AddSingleton(new TableSet(new(new Uri("https://127.0.0.1:1"), nobody))));
        Assert.Equal(("not allowed", "cannot be looked at without tables"), (Said(dependencies, "tables"), Said(dependencies, "balance")));
    }

    [Fact]
    public async Task Messages_that_failed_for_good_make_the_health_failing()
    {
        string queue = TablesOfTheApp.NewQueue();
        await tables.Queue($"{queue}-poison").CreateAsync();
        await tables.Queue($"{queue}-poison").SendMessageAsync("nonsense");
        await tables.Queue($"{queue}-poison").SendMessageAsync("more of it");
        JsonElement dependencies = await DependenciesAsync(services => services.AddSingleton(tables.Work(queue)));
        Assert.Equal("evaluations-poison holds 2 messages", Said(dependencies, "queue"));
    }

    [Fact]
    public async Task A_queue_that_refuses_the_app_is_named()
    {
        QueuedWork closed = new(new(WithWrongKey(await AzuriteFixture.ConnectionStringAsync())), "q");
        JsonElement dependencies = await DependenciesAsync(services => services.AddSingleton(closed));
        Assert.StartsWith("refused: ", Said(dependencies, "queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_lacks_the_container_of_exports_is_told()
    {
        var none = new BlobContainerClient(await AzuriteFixture.ConnectionStringAsync(), $"none-{Guid.NewGuid():N}");
        JsonElement dependencies = await DependenciesAsync(services => services.AddSingleton(none));
        Assert.Equal("there is no container 'exports'", Said(dependencies, "exports"));
    }

    [Fact]
    public async Task A_setting_that_is_the_key_of_no_export_is_told_without_its_value()
    {
        JsonElement dependencies = await DependenciesAsync(settings: ("Exports:Keys:invoice_csv", "secret of the test"));
        Assert.Equal("Exports:Keys:invoice_csv is the key of no export; did you mean Exports:Keys:invoices_csv?", Said(dependencies, "exports"));
    }

    [Fact]
    public async Task A_bus_that_is_away_is_named_as_failing()
    {
        JsonElement dependencies = await DependenciesAsync(settings: (BusSettings.Section, BusAt(1)));
        Assert.Equal(("ok", "alerts: ServiceCommunicationProblem"), (Said(dependencies, "tables"), Said(dependencies, "bus")));
    }

    [Fact]
    public async Task A_bus_that_takes_the_call_and_says_nothing_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using ServedApp app = await tables.AppAsync(settings: (BusSettings.Section, BusAt(((IPEndPoint)silent.LocalEndpoint).Port)));
        Task<HttpResponseMessage> answer = app.Client.GetAsync("/api/health");
        using TcpClient called = await silent.AcceptTcpClientAsync().WaitAsync(Patience.Limit);

        app.Clock.Jump(TimeSpan.FromMinutes(1));

        using JsonDocument body = JsonDocument.Parse(await (await answer.WaitAsync(Patience.Limit)).Content.ReadAsStringAsync());
        Assert.Equal("no answer in time", Said(body.RootElement.GetProperty("dependencies"), "bus"));
    }

    [Fact]
    public async Task Alerts_that_lack_transitions_are_counted_and_no_account_is_named()
    {
        TableSet own = new(new(await AzuriteFixture.ConnectionStringAsync(), TablesSettings.Options()), $"t{Guid.NewGuid():N}"[..16]);
        await own.CreateAsync(CancellationToken.None);
        await own["accounts"].AddEntityAsync(new TableEntity("all", "ACME"));
        foreach (string fingerprint in (string[])["f1", "f2"])
            await own["alerts"].AddEntityAsync(new TableEntity("ACME", $"a~{fingerprint}") { ["fingerprint"] = fingerprint, ["sequence"] = 1 });
        await using ServedApp app = await tables.AppAsync(services => services.AddSingleton(own));
        string body = await (await app.Client.GetAsync("/api/health")).Content.ReadAsStringAsync();
        Assert.Contains("\"balance\":\"2 alerts lack transitions\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("ACME", body, StringComparison.Ordinal);
    }

    private async Task<JsonElement> DependenciesAsync(Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings)
    {
        await using ServedApp app = await tables.AppAsync(services, settings);
        HttpResponseMessage response = await app.Client.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        JsonElement body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("failing", JsonValueKind.Null), (body.GetProperty("status").GetString(), body.GetProperty("lastRun").ValueKind));
        return body.GetProperty("dependencies");
    }

    private static string? Said(JsonElement dependencies, string name) => dependencies.GetProperty(name).GetString();

    private static string BusAt(int port) =>
        $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=k;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true";

    private static string WithWrongKey(string connection)
    {
        int key = connection.IndexOf("AccountKey=", StringComparison.Ordinal);
        return $"{connection[..key]}AccountKey=c2VjcmV0{connection[connection.IndexOf(';', key)..]}";
    }
}
