using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>The app itself on a free port, with the settings that a test gives it and a clock that stands still.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    public const string Key = "the key of the test";

    private RunningApp(IHost host, HeldLogs logs)
    {
        (Host, Logs) = (host, logs);
        Client = new() { BaseAddress = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        Client.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public IHost Host { get; }

    public HeldLogs Logs { get; }

    public HttpClient Client { get; }

    public static Task<RunningApp> StartAsync(Govern govern) => StartAsync(services => services.AddSingleton(govern));

    public static async Task<RunningApp> StartAsync(Action<IServiceCollection> services, params (string Name, string Value)[] settings)
    {
        var logs = new HeldLogs();
        IHost host = Program.Build(["--port", "0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.Append(("LOCAL_FUNCTION_KEY", Key)).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2)));
            builder.Services.AddSingleton<TimeProvider>(FakeClock.At("2026-09-07T08:30:00Z"));
            builder.Logging.ClearProviders().AddProvider(logs);
            services(builder.Services);
        });
        await host.StartAsync();
        return new(host, logs);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.StopAsync();
        Host.Dispose();
    }
}
