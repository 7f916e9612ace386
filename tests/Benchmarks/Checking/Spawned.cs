using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Benchmarks.Checking;

/// <summary>A program that ran to its end: how long, how large, and what it said on standard error.</summary>
internal sealed partial record Spawned(int ExitCode, TimeSpan Wall, long? MaxResidentKilobytes, string Said)
{
    private const string Shell = "/bin/sh";
    private const string TimeProgram = "/usr/bin/time";

    // What time(1) writes after the program's own words.
    private const string TimeBegins = "\tCommand being timed:";

    public static async Task<Spawned> RunAsync(string[] command)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(Start(command)) ?? throw new ArgumentException($"{command[0]} cannot be started");
        var output = process.StartInfo.RedirectStandardOutput ? process.StandardOutput.BaseStream.CopyToAsync(Stream.Null) : Task.CompletedTask;
        var said = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(began);
        var cut = said.IndexOf(TimeBegins, StringComparison.Ordinal);
        return new(process.ExitCode, wall, MaxResident(said), (cut < 0 ? said : said[..cut]).TrimEnd());
    }

    // A shell's redirection costs nothing; reading a pipe to throw it away would be part of what is measured.
    private static ProcessStartInfo Start(string[] command)
    {
        string[] timed = File.Exists(TimeProgram) ? [TimeProgram, "-v", .. command] : command;
        var shell = File.Exists(Shell);
        string[] words = shell ? [Shell, "-c", "exec \"$@\" > /dev/null", "sh", .. timed] : timed;
        return new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, RedirectStandardOutput = !shell };
    }

    private static long? MaxResident(string said) =>
        MaxResidentLine().Match(said) is { Success: true } line ? long.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"Maximum resident set size \(kbytes\): (\d+)")]
    private static partial Regex MaxResidentLine();
}
