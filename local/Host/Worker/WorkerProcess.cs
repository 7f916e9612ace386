using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Worker;

/// <summary>The process of a worker, which ends with the host.</summary>
internal sealed class WorkerProcess : IDisposable
{
    public const string OutputCategory = "Worker.Output";

    private static readonly TimeSpan ToHearTheRest = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly WorkerOutput output;
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process, ILogger log)
    {
        this.process = process;
        Id = process.Id;
        output = new WorkerOutput(process, log);
        process.Exited += (_, _) => ended.TrySetResult(process.ExitCode);
        process.EnableRaisingEvents = true;
    }

    public int Id { get; }

    /// <summary>The exit code, once the process has ended; a program that it started and left behind is not waited for.</summary>
    public Task<int> Ended => ended.Task;

    public static WorkerProcess Start(string assembly, Uri host, string workerId, Dictionary<string, string> environment, ILogger log)
    {
        string[] arguments =
        [
            assembly, "--functions-uri", host.AbsoluteUri, "--functions-worker-id", workerId, "--functions-request-id", workerId,
            "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        var start = new ProcessStartInfo(DotNet(), arguments)
        {
            // The worker takes it for the root of its content.
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
        }

        start.Environment.Clear();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new WorkerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start"), log);
        }
        catch (Win32Exception failure)
        {
            throw new HostException(
                $"{start.FileName} could not be started: {failure.Message}. The worker needs the .NET runtime.", failure);
        }
    }

    /// <summary>Its last lines, once it has ended.</summary>
    public async Task<string> LastLinesAsync()
    {
        // Its last lines arrive after its end; a program that it left behind may hold the pipe open.
        using var late = new CancellationTokenSource(ToHearTheRest);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
        }

        return output.Last;
    }

    public async Task<int> KillAsync()
    {
        if (!Ended.IsCompleted)
        {
            process.Kill(entireProcessTree: true);
        }

        return await Ended;
    }

    public void Dispose() => process.Dispose();

    // The runtime that runs us can run the worker; under a name of its own, our program does not tell where that is.
    private static string DotNet()
    {
        string? ours = Environment.ProcessPath;
        return ours is not null && Path.GetFileNameWithoutExtension(ours) == "dotnet" ? ours : "dotnet";
    }
}
