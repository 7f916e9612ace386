using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.StandIns;

/// <summary>A host of the classes that a test names, on a free port, with a probe, a clock and a log of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private RunningHost(IHost host, Probe probe, FakeClock clock, HeldLogs logs)
    {
        (Host, Probe, Clock, Logs) = (host, probe, clock, logs);
        Client = new() { BaseAddress = new(Addresses.Single()) };
    }

    public IHost Host { get; }

    public Probe Probe { get; }

    public FakeClock Clock { get; }

    public HeldLogs Logs { get; }

    public HttpClient Client { get; }

    public ICollection<string> Addresses =>
        Host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    public static Task<RunningHost> StartAsync<T>(params string[] args) => StartAsync(_ => { }, [typeof(T)], args);

    public static async Task<RunningHost> StartAsync(Action<FunctionsApplicationBuilder> adjust, Type[] types, params string[] args)
    {
        var (probe, clock, logs) = (new Probe(), FakeClock.At("2026-09-07T08:59:30Z"), new HeldLogs());
        var host = Builder(types, args, builder =>
        {
            builder.Services.AddSingleton(probe).AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders().AddProvider(logs);
            adjust(builder);
        }).Build();
        await host.StartAsync();
        return new(host, probe, clock, logs);
    }

    public static FunctionsApplicationBuilder Builder(Type[] types, string[] args, Action<FunctionsApplicationBuilder> adjust)
    {
        var builder = new FunctionsApplicationBuilder(["--port", "0", .. args], types);
        adjust(builder);
        return builder.ServesHttp ? builder : builder.ConfigureFunctionsWebApplication();
    }

    public static Exception Refusal(params Type[] types) =>
        Assert.Throws<InvalidOperationException>(() => Builder(types, [], b => b.Logging.ClearProviders()).Build());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.StopAsync();
        Host.Dispose();
    }
}
