using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Worker;

/// <summary>Starts workers of one app. A start ends with a worker that can be used, with one clear message, or cancelled.</summary>
internal sealed class WorkerLauncher(string assembly, Uri rpc, WorkerDoor door, HostSettings settings)
{
    private readonly ILogger output = settings.Logging.CreateLogger(WorkerProcess.OutputCategory);
    private readonly WorkerLog log = new(settings.Logging);

    public async Task<LiveWorker> LaunchAsync(CancellationToken cancellationToken)
    {
        string id = Guid.NewGuid().ToString();
        var channel = new WorkerChannel(log.Write);
        door.Expect(id, channel);
        string folder = Path.GetDirectoryName(assembly)!;
        string home = Directory.CreateDirectory(Path.Combine(settings.Home, "worker-home")).FullName;
        Dictionary<string, string> environment =
            WorkerEnvironment.Create(new AppSettings(settings.AppSettings), folder, home, WorkerTemp.Empty(settings.Home));
        WorkerProcess process = WorkerProcess.Start(assembly, rpc, id, environment, output);
        try
        {
            return await ReadyAsync(process, new WorkerStart(process, channel, folder), cancellationToken);
        }
        catch
        {
            await process.KillAsync();
            process.Dispose();
            throw;
        }
        finally
        {
            door.Forget(id);
        }
    }

    private async Task<LiveWorker> ReadyAsync(WorkerProcess process, WorkerStart start, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.StartLimit);
        Task<LiveWorker> ready = start.RunAsync(limit.Token);
        if (await Task.WhenAny(ready, process.Ended) != ready)
        {
            await limit.CancelAsync();
            await ready.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw await EndedAsync(process);
        }

        try
        {
            return await ready;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostException($"the worker did not {start.Step} within {settings.StartLimit.TotalSeconds:0.#} seconds.");
        }
        catch (WorkerGoneException)
        {
            await process.KillAsync();
            throw await EndedAsync(process);
        }
    }

    private static async Task<HostException> EndedAsync(WorkerProcess process) =>
        new($"the worker ended with exit code {await process.Ended} before it was ready. It says:\n{await process.LastLinesAsync()}");
}
