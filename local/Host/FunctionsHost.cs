using Microsoft.Extensions.Logging;
using Plumbline.Local.Host.Http;
using Plumbline.Local.Host.Worker;

namespace Plumbline.Local.Host;

/// <summary>A Functions host for one machine: runs the worker of an app, and the triggers of its functions.</summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly HostSettings settings;
    private readonly ILogger log;
    private readonly HostLock held;
    private readonly Invocations invocations;
    private readonly WorkerDoor door = new();
    private readonly Forwarder forwarder = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource outOfTime = new();
    private RpcServer? rpc;
    private Workers? workers;
    private FrontDoor? front;
    private Task[] triggers = [];
    private int disposed;

    private FunctionsHost(HostSettings settings, HostJson json, HostLock held)
    {
        this.settings = settings;
        this.held = held;
        log = settings.Logging.CreateLogger(Logs.Category);
        invocations = new Invocations(settings.TimeProvider, json.FunctionTimeout, log);
    }

    /// <summary>Where it answers, e.g. <c>http://127.0.0.1:7071</c>.</summary>
    public Uri Address => front!.Address;

    /// <summary>Fails when the worker ended too often to be restarted, with the reason; done once the host was disposed of.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

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
            await host.StartAsync(assembly, json, cancellationToken);
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
        Task drained = Task.WhenAll([front?.StopAsync(outOfTime.Token) ?? Task.CompletedTask, .. triggers]);
        await DrainAsync(drained);
        await outOfTime.CancelAsync();
        await (workers?.DisposeAsync() ?? ValueTask.CompletedTask);
        // Invocations that still ran have ended with the worker; a failed trigger was reported by Completion.
        await Settled(drained);
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

    private async Task StartAsync(string assembly, HostJson json, CancellationToken cancellationToken)
    {
        rpc = await RpcServer.StartAsync(door, settings.Logging, cancellationToken);
        workers = new Workers(new WorkerLauncher(assembly, rpc.Address, door, settings).LaunchAsync, settings, log);
        LiveWorker worker = await workers.StartAsync(cancellationToken);
        FunctionDefinition[] definitions = [.. worker.Functions.Select(FunctionDefinition.Parse)];
        Functions = [.. definitions.Select(definition => definition.Name)];
        var functions = new HostedFunctions(definitions, new HostParts(settings, json, workers, invocations, log, outOfTime.Token));
        if (functions.AnswerRequests && worker.Http is null)
        {
            throw new HostException(
                "the app has HTTP functions and does not serve them: call ConfigureFunctionsWebApplication in its Program.");
        }

        front = await FrontDoor.StartAsync(settings.Port, routes => functions.Map(routes, forwarder), settings.Logging, cancellationToken);
        triggers = functions.Run(stopping.Token);
        Completion = WatchAsync([workers.Completion, .. triggers]);
    }

    // A trigger that fails is a fault of ours, and no reason to go on as if it ran.
    private static async Task WatchAsync(List<Task> parts)
    {
        while (parts.Count > 0)
        {
            Task ended = await Task.WhenAny(parts);
            await ended;
            parts.Remove(ended);
        }
    }

    private async Task DrainAsync(Task drained)
    {
        if (await Task.WhenAny(drained, Task.Delay(settings.DrainLimit)) == drained)
        {
            return;
        }

        log.Cancelling(settings.DrainLimit);
        await invocations.CancelAllAsync();
        await Task.WhenAny(drained, Task.Delay(settings.CancelLimit));
    }

    private static Task Settled(Task task) =>
        task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
