using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Queues;

namespace Plumbline.Local.Tests.Host;

/// <summary>The host as a process of its own, in a process group of its own, as at a terminal.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, string home, QueueClient work)
    {
        this.process = process;
        (Home, Work) = (home, work);
        process.OutputDataReceived += (_, line) => Lines.Say(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Lines.Say(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HeardLines Lines { get; } = new();

    public string Home { get; }

    public QueueClient Work { get; }

    public Uri Address => new(Told(HostProgram.Ready));

    public int Worker => int.Parse(Told(HostProgram.WorkerIs), CultureInfo.InvariantCulture);

    public static async Task<HostProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        string connection = await AzuriteFixture.ConnectionStringAsync();
        (string prefix, string home) = (TestApp.NewPrefix(), TestApp.NewHome());
        // The program keeps the process id of setsid, which becomes that of the group.
        var start = new ProcessStartInfo("setsid", ["dotnet", typeof(HostProgram).Assembly.Location, connection, prefix, home])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        var work = new QueueClient(connection, $"{prefix}-work", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await work.CreateIfNotExistsAsync();
        return new HostProcess(Process.Start(start)!, home, work);
    }

    public static async Task<HostProcess> ReadyAsync()
    {
        HostProcess host = await StartAsync();
        await host.Lines.HearAsync(HostProgram.Ready);
        return host;
    }

    /// <summary>Sends a signal to the host alone, or to its whole group, as a terminal does.</summary>
    public async Task SignalAsync(string signal, bool group = false)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", $"{(group ? "-" : "")}{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ctrl-C; SIGTERM instead where a script started the suite in the background, since both ignore Ctrl-C then.</summary>
    public Task InterruptAsync() => SignalAsync(HearsInterrupt() ? "INT" : "TERM", group: HearsInterrupt());

    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return process.ExitCode;
    }

    public Task WorkerGoneAsync()
    {
        int worker = Worker;
        return Patience.UntilAsync(() => Task.FromResult(IsGone(worker)), "the worker is gone");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        Directory.Delete(Home, recursive: true);
    }

    // A process that ended and whose parent has not asked for its exit code yet is still listed, as Z.
    private static bool IsGone(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1] is ['Z' or 'X', ..];
        }
        catch (IOException)
        {
            return true;
        }
    }

    // The mask of ignored signals is hexadecimal, SIGINT its second bit.
    private bool HearsInterrupt()
    {
        const string Mask = "SigIgn:";
        string line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(Mask, StringComparison.Ordinal));
        return (Convert.ToUInt64(line[Mask.Length..].Trim(), 16) & 2) == 0;
    }

    private string Told(string start) => Lines.All.First(l => l.StartsWith(start, StringComparison.Ordinal))[start.Length..];
}
