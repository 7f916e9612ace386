using System.Net;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plumbline.StandIns;

using Middleware = IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>>;

/// <summary>Puts the host together: a web server on this machine alone, the timers and the listeners beside it.</summary>
internal static class EmbeddedHost
{
    private const string Category = "Plumbline.StandIns.Host";

    public static WebApplicationBuilder Begin(string[] args)
    {
        var web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // The app's folder is where the platform starts it. Watching settings files costs each host an inotify instance.
            Args = ["--contentRoot", AppContext.BaseDirectory, "--hostBuilder:reloadConfigOnChange", "false", .. args],
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        web.Configuration.Sources.Insert(0, new EnvironmentVariablesConfigurationSource { Prefix = "AZURE_FUNCTIONS_" });
        HostSettings.RefuseAzure(web.Configuration);
        web.Logging.ClearProviders().AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return web;
    }

    public static WebApplication Build(WebApplicationBuilder web, string[] args, IReadOnlyList<HostedFunction> functions, Middleware middleware)
    {
        var schedules = functions.Where(f => f.Trigger is TimerTriggerAttribute)
            .ToDictionary(f => f, f => TimerSchedule.Parse(f.Name, ((TimerTriggerAttribute)f.Trigger).Schedule, web.Configuration));
        var options = HostSettings.Listening(web.Environment.ContentRootPath);
        ListenHere(web, HostSettings.Port(args, web.Configuration));
        AddHost(web.Services, schedules, Invoker.Pipeline(middleware));
        var listening = functions.Where(f => f.Trigger is ServiceBusTriggerAttribute).ToArray();
        web.Services.AddSingleton(all => new HostedListeners([.. listening.Select(f => Listener(all, f, web.Configuration, options)).OfType<HostedListener>()]));
        web.Services.AddHostedService(all => all.GetRequiredService<HostedListeners>());
        var app = web.Build();
        Serve(app, functions);
        return app;
    }

    private static void ListenHere(WebApplicationBuilder web, int port)
    {
        web.WebHost.UseUrls($"http://{IPAddress.Loopback}:{port}");
        web.WebHost.ConfigureKestrel(kestrel =>
        {
            // Drops endpoints that the settings name: this host listens nowhere else.
            kestrel.Configure();
            kestrel.Limits.MaxRequestBodySize = HttpTriggers.LongestBody;
        });
    }

    private static void AddHost(IServiceCollection services, Dictionary<HostedFunction, TimerSchedule> schedules, FunctionExecutionDelegate pipeline)
    {
        services.AddRouting();
        services.AddSingleton<AccessKeys>();
        services.AddSingleton(all => new Invoker(all.GetRequiredService<IServiceScopeFactory>(), pipeline));
        services.AddSingleton(all => new HostedTimers([.. schedules.Select(s => Timer(all, s.Key, s.Value))], all.GetRequiredService<IHostApplicationLifetime>()));
        services.AddHostedService(all => all.GetRequiredService<HostedTimers>());
    }

    // A function that has nothing to listen to is in error, as on the platform, and the others are served.
    private static HostedListener? Listener(IServiceProvider all, HostedFunction function, IConfiguration settings, ServiceBusProcessorOptions options)
    {
        try
        {
            return new(function, BusTriggers.Open(function, settings, options), all.GetRequiredService<Invoker>(), Log(all));
        }
        catch (InvalidOperationException fault)
        {
            Log(all).NotListening(fault.Message);
            return null;
        }
    }

    // The app's own clock where it has one; the package registers none, so neither do we.
    private static HostedTimer Timer(IServiceProvider all, HostedFunction function, TimerSchedule schedule) => new(
        function, (TimerTriggerAttribute)function.Trigger, schedule, all.GetRequiredService<Invoker>(),
        all.GetService<TimeProvider>() ?? TimeProvider.System, Log(all));

    private static void Serve(WebApplication app, IReadOnlyList<HostedFunction> functions)
    {
        var keys = app.Services.GetRequiredService<AccessKeys>();
        app.UseRouting();
        app.Use(OnlyFunctions);
        new AdminEndpoint(app.Services.GetRequiredService<HostedTimers>(), keys).Map(app);
        var http = new HttpTriggers(app.Services.GetRequiredService<Invoker>(), keys, Log(app.Services));
        http.Map(app, functions, HostSettings.RoutePrefix(app.Environment.ContentRootPath));
        http.WarnOfClosed(functions);
        if (functions.Count == 0) Log(app.Services).NoFunction();
    }

    // Routing would answer 405 for a known path; the platform says 404.
    private static Task OnlyFunctions(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is RouteEndpoint) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static ILogger Log(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
}
