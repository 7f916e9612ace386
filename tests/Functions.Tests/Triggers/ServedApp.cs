using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>
/// The app as it is composed, with the settings that a test gives it and a clock that stands still. Its HTTP functions are served on a
/// free port: neither a worker nor a host is started, so that many apps can be served side by side. Keys are the host's business.
/// </summary>
internal sealed class ServedApp : IAsyncDisposable
{
    // Without these the worker is not built; as it is not started, it asks nobody.
    private static readonly Dictionary<string, string?> Worker = new()
    {
        ["Functions:Worker:HostEndpoint"] = "http://127.0.0.1:1",
        ["Functions:Worker:WorkerId"] = "w",
        ["Functions:Worker:RequestId"] = "r",
        ["Functions:Worker:GrpcMaxMessageLength"] = "1000000",
    };

    private readonly IHost _app;
    private readonly WebApplication _server;

    private ServedApp(IHost app, WebApplication server, HeldLogs logs, FakeClock clock, ChannelReader<Exception?> ended)
    {
        (_app, _server, Logs, Clock, Ended) = (app, server, logs, clock, ended);
        Client = new() { BaseAddress = new(server.Urls.Single()) };
    }

    public HeldLogs Logs { get; }

    public FakeClock Clock { get; }

    public HttpClient Client { get; }

    /// <summary>How each invocation ended, in that order: the failure that it let out, null where it let out none.</summary>
    public ChannelReader<Exception?> Ended { get; }

    /// <param name="services">Given the app's services last: what it adds wins.</param>
    public static async Task<ServedApp> StartAsync(Action<IServiceCollection> services, params (string Name, string Value)[] settings)
    {
        var logs = new HeldLogs();
        var clock = FakeClock.At("2026-09-07T08:30:00Z");
        IHost app = Program.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(Worker);
            builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders().AddProvider(logs);
            services(builder.Services);
        });
        var ended = Channel.CreateUnbounded<Exception?>();
        WebApplication server = Server();
        foreach (HttpFunction function in HttpFunction.All)
            server.MapMethods(function.Route, function.Methods, http => InvokeAsync(app.Services, function, http, ended.Writer));
        await server.StartAsync();
        return new(app, server, logs, clock, ended);
    }

    /// <summary>Says what the app says at its start of its settings.</summary>
    public Task ReportSettingsAsync() => ActivatorUtilities.CreateInstance<SettingsReport>(_app.Services).StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        _app.Dispose();
    }

    private static WebApplication Server()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private static async Task InvokeAsync(IServiceProvider services, HttpFunction function, HttpContext http, ChannelWriter<Exception?> ended)
    {
        Exception? failure = null;
        try
        {
            await function.InvokeAsync(services, http);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            ended.TryWrite(failure);
        }
    }
}
