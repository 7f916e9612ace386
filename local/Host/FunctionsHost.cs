using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Plumbline.Local.Host.Http;
using Plumbline.Local.Host.Queues;
using Plumbline.Local.Host.Timers;
using Plumbline.Local.Host.Worker;

namespace Plumbline.Local.Host;

/// <summary>A Functions host for one machine: runs the worker of an app, and the triggers of its functions.</summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly HostSettings settings;
    private readonly HostJson json;
    private readonly AppSettings appSettings;
    private readonly ILogger log;
    private readonly HostLock held;
    private readonly Invocations invocations;
    private readonly WorkerDoor door = new();
    private readonly Forwarder forwarder = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource outOfTime = new();
    private readonly List<Task> triggers = [];
    private RpcServer? rpc;
    private Workers? workers;
    private FrontDoor? front;
    private int disposed;

    private FunctionsHost(HostSettings settings, HostJson json, HostLock held)
    {
        this.settings = settings;
        this.json = json;
        this.held = held;
        appSettings = new AppSettings(settings.AppSettings);
        log = settings.Logging.CreateLogger(Logs.Category);
        invocations = new Invocations(settings.TimeProvider, json.FunctionTimeout, log);
    }

    /// <summary>Where it answers, e.g. <c>http://127.0.0.1:7071</c>.</summary>
    public Uri Address => front!.Address;

    /// <summary>Fails, with the reason, when the worker ended too often to be restarted again; done once the host was disposed of.</summary>
    public Task Completion => workers!.Completion;

    /// <summary>The names of the app's functions.</summary>
    public IReadOnlyList<string> Functions { get; private set; } = [];

    /// <summary>The process id of the worker, for a debugger; null while it is restarted.</summary>
    public int? WorkerId => workers?.Current?.ProcessId;

    /// <summary>Starts the worker and its triggers; returns once requests are answered.</summary>
    /// <exception cref="HostException">It cannot be started; the message says why.</exception>
    public static async Task<FunctionsHost> StartAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        RefuseAzure();
        string assembly = WorkerAssembly.Find(settings.App);
        HostJson json = HostJson.Read(Path.GetDirectoryName(assembly)!);
        LoopbackServer.Probe(settings.Port);
        var host = new FunctionsHost(settings, json, HostLock.Take(Path.GetFullPath(settings.Home)));
        try
        {
            await host.StartAsync(assembly, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the triggers, waits for what runs, cancels the rest, and ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await stopping.CancelAsync();
        await DrainAsync();
        await outOfTime.CancelAsync();
        if (workers is not null)
        {
            await workers.DisposeAsync();
        }

        // Whatever still ran has failed with the worker.
        await Task.WhenAll(triggers);
        await (front?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (rpc?.DisposeAsync() ?? ValueTask.CompletedTask);
        forwarder.Dispose();
        invocations.Dispose();
        stopping.Dispose();
        outOfTime.Dispose();
        held.Dispose();
    }

    private static void RefuseAzure()
    {
        if (Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") is { Length: > 0 } site)
        {
            throw new HostException($"this host serves one machine, and does not start in Azure ('{site}'): deploy the app itself.");
        }
    }

    private async Task StartAsync(string assembly, CancellationToken cancellationToken)
    {
        rpc = await RpcServer.StartAsync(door, cancellationToken);
        workers = new Workers(new WorkerLauncher(assembly, rpc.Address, door, settings).LaunchAsync, settings, log);
        LiveWorker worker = await workers.StartAsync(cancellationToken);
        FunctionDefinition[] functions = [.. worker.Functions.Select(FunctionDefinition.Parse)];
        Functions = [.. functions.Select(f => f.Name)];
        // All are read before any starts: a setting that is missing stops nothing halfway.
        HttpFunction[] http = [.. functions.Where(f => f.IsKind(HttpFunction.Kind)).Select(f => HttpFunction.Parse(f, json.RoutePrefix))];
        TimerTrigger[] timers = [.. functions.Where(f => f.IsKind(TimerFunction.Kind)).Select(Timer)];
        QueueTrigger[] queues = [.. functions.Where(f => f.IsKind(QueueFunction.Kind)).Select(Queue)];
        if (http.Length > 0 && worker.Http is null)
        {
            throw new HostException("the app has HTTP functions and does not serve them: call ConfigureFunctionsWebApplication in its Program.");
        }

        Warn(functions, http);
        front = await FrontDoor.StartAsync(settings.Port, routes => Map(routes, http, timers), cancellationToken);
        triggers.AddRange(timers.Select(timer => timer.RunAsync(stopping.Token)));
        triggers.AddRange(queues.Select(queue => queue.RunAsync(stopping.Token)));
    }

    private TimerTrigger Timer(FunctionDefinition function) =>
        new(TimerFunction.Parse(function, appSettings), workers!, invocations, settings.TimeProvider, log);

    private QueueTrigger Queue(FunctionDefinition function) =>
        new(QueueFunction.Parse(function, appSettings), json.Queues, settings.QueueVisibility, workers!, invocations, log, outOfTime.Token);

    private void Map(IEndpointRouteBuilder routes, HttpFunction[] functions, TimerTrigger[] timers)
    {
        var keys = new AccessKeys(settings.FunctionKey, settings.MasterKey);
        foreach (HttpFunction function in functions)
        {
            RequestDelegate answer = new HttpTrigger(function, keys, workers!, invocations, forwarder, log).AnswerAsync;
            IEndpointConventionBuilder route = routes.Map(function.Route, answer);
            if (function.Methods.Count > 0)
            {
                route.WithMetadata(new HttpMethodMetadata(function.Methods));
            }
        }

        routes.MapPost(AdminEndpoint.Route, new AdminEndpoint(timers, keys).AnswerAsync);
    }

    private void Warn(FunctionDefinition[] functions, HttpFunction[] http)
    {
        foreach (FunctionDefinition function in functions.Where(f => !(f.IsKind(HttpFunction.Kind) || f.IsKind(TimerFunction.Kind) || f.IsKind(QueueFunction.Kind))))
        {
            log.NotServed(function.Name, function.Kind);
        }

        var keys = new AccessKeys(settings.FunctionKey, settings.MasterKey);
        string[] closed = [.. http.Where(f => keys.IsClosed(f.Level)).Select(f => f.Definition.Name)];
        if (closed.Length > 0)
        {
            log.Closed(string.Join(", ", closed));
        }
    }

    private async Task DrainAsync()
    {
        Task drained = Task.WhenAll([front?.StopAsync(outOfTime.Token) ?? Task.CompletedTask, .. triggers]);
        if (await EndsAsync(drained, settings.DrainLimit))
        {
            return;
        }

        log.Cancelling(settings.DrainLimit);
        await invocations.CancelAllAsync();
        await EndsAsync(drained, settings.CancelLimit);
    }

    private static async Task<bool> EndsAsync(Task task, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        try
        {
            await task.WaitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return false;
        }
    }
}
