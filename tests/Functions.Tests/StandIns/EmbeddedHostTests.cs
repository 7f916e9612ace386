using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.StandIns;

namespace Plumbline.Functions.Tests.StandIns;

public class EmbeddedHostTests
{
    [Fact]
    public async Task The_functions_are_those_of_the_assembly_that_called_CreateBuilder()
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0"]);
        builder.Services.AddSingleton<Probe>();
        builder.Logging.ClearProviders();
        using var host = builder.ConfigureFunctionsWebApplication().Build();
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient();
        Assert.Equal("Hello Ada", await client.GetStringAsync(new Uri($"{address}/api/greetings/Ada")));
        await host.StopAsync();
    }

    [Fact]
    public async Task Many_hosts_live_in_one_process_each_with_its_own_services()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RunningHost.StartAsync<Greeting>()));
        await Task.WhenAll(hosts.Select((host, i) => host.Client.GetAsync($"/api/greetings/{i}")));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), await Task.WhenAll(hosts.Select(h => h.Probe.NextAsync<string>())));
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--Kestrel:Endpoints:Wide:Url", "http://0.0.0.0:0")]
    [InlineData("--HTTP_PORTS", "0")]
    public async Task The_host_listens_on_this_machine_alone_whatever_the_settings_say(string key, string value)
    {
        await using var host = await RunningHost.StartAsync<Greeting>(key, value);
        Assert.Equal(IPAddress.Loopback.ToString(), new Uri(Assert.Single(host.Addresses)).Host);
    }

    [Theory]
    [InlineData(7071, "")]
    [InlineData(7100, "FUNCTIONS_PORT=7100")]
    [InlineData(7200, "urls=http://localhost:7200/;http://localhost:7201")]
    [InlineData(7100, "FUNCTIONS_PORT=7100", "urls=http://localhost:7200")]
    [InlineData(7071, "port=80")]
    public void The_port_is_7071_unless_the_settings_say_otherwise(int port, params string[] settings) =>
        Assert.Equal(port, HostSettings.Port([], Settings(settings)));

    [Fact]
    public void The_port_of_the_arguments_comes_first() =>
        Assert.Equal(7300, HostSettings.Port(["--port", "7300"], Settings("FUNCTIONS_PORT=7100")));

    [Theory]
    [InlineData("eighty")]
    [InlineData("-1")]
    [InlineData("65536")]
    public void A_port_that_is_none_is_refused_and_named(string port)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => HostSettings.Port([], Settings($"FUNCTIONS_PORT={port}")));
        Assert.Contains($"'{port}'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/open" } } }""", "/v1/open/greetings/Ada")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "/greetings/Ada")]
    [InlineData("""{ "version": "2.0" }""", "/api/greetings/Ada")]
    [InlineData(null, "/api/greetings/Ada")]
    public async Task The_route_prefix_comes_from_host_json(string? json, string path)
    {
        var folder = Directory.CreateTempSubdirectory();
        if (json != null) await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.json"), json);
        await using (var host = await RunningHost.StartAsync<Greeting>("--contentRoot", folder.FullName))
            Assert.Equal("Hello Ada", await host.Client.GetStringAsync(path));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_local_build_refuses_to_start_in_Azure()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() =>
            RunningHost.Builder([typeof(Greeting)], ["--WEBSITE_SITE_NAME", "plumbline-prod"], b => b.Logging.ClearProviders()).Build());
        Assert.Equal("This app was built with AzureSdk=local and deployed to 'plumbline-prod': the stand-ins serve one machine. Publish it with AzureSdk=official.", refusal.Message);
    }

    [Fact]
    public async Task A_host_without_functions_says_so()
    {
        await using var host = await RunningHost.StartAsync(_ => { }, []);
        Assert.Equal(["The assembly that called CreateBuilder has no public function: nothing is served"], host.Logs.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task Each_invocation_has_its_own_instance_and_its_own_scope()
    {
        await using var host = await RunningHost.StartAsync(builder => builder.Services.AddScoped<Scoped>(), [typeof(Careful)]);
        await host.Client.GetAsync("/api/careful");
        await host.Client.GetAsync("/api/careful");
        var seen = new[] { await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync() };
        Assert.Equal(4, seen.Distinct().Count());
        Assert.True(((Scoped)seen[1]).Disposed);
    }

    [Fact]
    public void Logs_go_to_standard_error()
    {
        var builder = RunningHost.Builder([], [], _ => { });
        using var host = builder.Build();
        var console = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>>();
        Assert.Equal(LogLevel.Trace, console.Value.LogToStandardErrorThreshold);
    }

    [Fact]
    public void The_builder_reads_settings_with_the_functions_prefix() =>
        Assert.Contains(new FunctionsApplicationBuilder([], []).Configuration.Sources,
            s => s is Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationSource { Prefix: "AZURE_FUNCTIONS_" });

    private static IConfiguration Settings(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(s => s != "").Select(s => KeyValuePair.Create(s.Split('=')[0], (string?)s.Split('=')[1]))).Build();

    private sealed class Scoped : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }

    private sealed class Careful(Probe probe, Scoped scoped)
    {
        [Function("careful")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            probe.See(this);
            probe.See(scoped);
            return HttpResults.Ok();
        }
    }
}
