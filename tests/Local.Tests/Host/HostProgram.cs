using System.Runtime.InteropServices;
using Plumbline.Local.Host;

namespace Plumbline.Local.Tests.Host;

/// <summary>A host in a process of its own, which a test interrupts or kills: this assembly, started as a program.</summary>
internal static class HostProgram
{
    public const string Ready = "ready at ";
    public const string WorkerIs = "the worker is ";
    public const string Stopping = "stopping";

    /// <param name="args">The connection string, the prefix of the queues and the home folder.</param>
    public static async Task<int> Main(string[] args)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        var lines = new HeardLines();
        using var console = new ConsoleLines();
        lines.Factory.AddProvider(console);
        HostSettings settings = TestApp.Settings(lines, TestApp.AppSettings(args[0], args[1])) with
        {
            Home = args[2],
            QueueVisibility = TimeSpan.FromSeconds(2),
        };
        try
        {
            await using FunctionsHost host = await FunctionsHost.StartAsync(settings, CancellationToken.None);
            Console.WriteLine($"{WorkerIs}{host.WorkerId}");
            Console.WriteLine($"{Ready}{host.Address}");
            await stop.Task;
            Console.WriteLine(Stopping);
            return 0;
        }
        catch (HostException failure)
        {
            Console.WriteLine(failure.Message);
            return 3;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }
}
