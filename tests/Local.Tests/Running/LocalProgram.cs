using System.Diagnostics;
using Plumbline.Local.Azurite;

namespace Plumbline.Functions.Tests.Running;

/// <summary>The local program as a process of its own.</summary>
internal sealed class LocalProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];

    public LocalProgram(params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(AzuriteProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Hear(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => Of(_output);

    public string Errors => Of(_errors);

    /// <summary>Returns once it says that it stays up.</summary>
    public async Task UpAsync()
    {
        Task first = await Task.WhenAny(_up.Task, _process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(first == _up.Task, Errors);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", [HearsInterrupt() ? "-INT" : "-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    // A shell has what it puts in the background ignore Ctrl-C, and all that is started from there does the same: begun so, this suite
    // and the program hear only SIGTERM. The mask of ignored signals is hexadecimal, SIGINT its second bit.
    private bool HearsInterrupt()
    {
        string status = $"/proc/{_process.Id}/status";
        const string Mask = "SigIgn:";
        return !File.Exists(status) || (Convert.ToUInt64(File.ReadLines(status).First(l => l.StartsWith(Mask, StringComparison.Ordinal))[Mask.Length..].Trim(), 16) & 2) == 0;
    }

    private static string Of(List<string> lines)
    {
        lock (lines)
            return string.Join('\n', lines);
    }

    private void Hear(List<string> lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
        if (line == "Ctrl-C ends it.")
            _up.TrySetResult();
    }
}
