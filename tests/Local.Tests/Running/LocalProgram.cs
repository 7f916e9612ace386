using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Local.Azurite;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Running;

/// <summary>The local program as a process of its own. Nothing that it started outlives a test.</summary>
internal sealed partial class LocalProgram : IAsyncDisposable
{
    private const string IsUp = "Ctrl-C ends it.";

    private readonly Process process;
    private readonly HeardLines output = new();
    private readonly HeardLines errors = new();
    private readonly HashSet<int> seen = [];

    public LocalProgram(params string[] arguments) : this("dotnet", [typeof(AzuriteProcess).Assembly.Location, .. arguments])
    {
    }

    private LocalProgram(string file, string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, line) => output.Say(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output.All);

    public string[] Errors => errors.All;

    /// <summary>Where the functions answer.</summary>
    public Uri Address => new(Found(FunctionsAnswer()));

    public Uri Health => new(Address, "/api/health");

    public string BusConnection =>
        $"Endpoint=sb://127.0.0.1:{Found(BusIsUp())};SharedAccessKeyName=any;SharedAccessKey=any;UseDevelopmentEmulator=true;";

    /// <summary>Of the tables in Azurite.</summary>
    public int TablesPort => int.Parse(Found(AzuriteIsUp()), CultureInfo.InvariantCulture);

    public int Worker => Children().Single(id => Processes.Command(id).Contains("--functions-worker-id", StringComparison.Ordinal));

    public int AzuriteKeeper => Children().Single(id => Processes.Command(id).Contains("keep.cjs", StringComparison.Ordinal));

    public int Azurite => Processes.Children(AzuriteKeeper).Single();

    /// <summary>With a small file system of its own at a folder, which is full soon.</summary>
    public static LocalProgram WithSmallDisk(string folder, string size, params string[] arguments)
    {
        Directory.CreateDirectory(folder);
        string script = "folder=$1 size=$2; shift 2; mount -t tmpfs -o size=$size tmpfs \"$folder\" && exec dotnet \"$@\"";
        return new("unshare", ["-rm", "/bin/sh", "-c", script, "sh", folder, size, typeof(AzuriteProcess).Assembly.Location, .. arguments]);
    }

    /// <summary>Returns once a line with these words was written to the errors, which tell how far the program is.</summary>
    public Task HearAsync(string words, int times = 1) => errors.HearAsync(words, times);

    /// <summary>Returns once it says that it stays up.</summary>
    public async Task UpAsync()
    {
        Task up = HearAsync(IsUp);
        if (await Task.WhenAny(up, process.WaitForExitAsync()) != up)
            Assert.Fail(string.Join('\n', Errors));
        await up;
    }

    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return process.ExitCode;
    }

    public async Task<int> InterruptAsync()
    {
        Children();
        await Processes.SignalAsync(process.Id, Processes.HearsInterrupt(process.Id) ? "INT" : "TERM");
        return await EndAsync();
    }

    /// <summary>Ends it without a word, and waits until its worker and its Azurite, which saves first, have ended of themselves.</summary>
    public async Task KillAsync()
    {
        Children();
        process.Kill();
        await process.WaitForExitAsync();
        await AllGoneAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        await AllGoneAsync();
        process.Dispose();
    }

    private Task AllGoneAsync() =>
        Patience.UntilAsync(() => Task.FromResult(seen.All(Processes.IsGone)), "all that the program started is gone");

    private int[] Children()
    {
        lock (seen)
        {
            int[] children = [.. Processes.Children(process.Id)];
            seen.UnionWith(children);
            seen.UnionWith(children.SelectMany(Processes.Children));
            return children;
        }
    }

    private string Found(Regex line) => Errors.Select(l => line.Match(l)).Last(m => m.Success).Groups[1].Value;

    private void Hear(string? line)
    {
        if (line is null)
            return;
        // Each line is a step of the start: whatever runs by then is remembered.
        if (!process.HasExited)
            Children();
        errors.Say(line);
    }

    [GeneratedRegex(@"^The functions answer at (http://127\.0\.0\.1:[0-9]+)\.")]
    private static partial Regex FunctionsAnswer();

    [GeneratedRegex(@"^The Service Bus emulator is up on port ([0-9]+)\.")]
    private static partial Regex BusIsUp();

    [GeneratedRegex(@"^Azurite is up: tables on port ([0-9]+),")]
    private static partial Regex AzuriteIsUp();
}
