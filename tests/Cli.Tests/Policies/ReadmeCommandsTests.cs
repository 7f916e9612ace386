using System.Diagnostics;
using System.Text;
using Plumbline.Cli.Commands;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Policies;

/// <summary>
/// Every command of the README runs as it stands there, one after the other, by the program as a process of its own and in a folder
/// that has the repository's policy in it; what the README shows is what it prints.
/// </summary>
public sealed class ReadmeCommandsTests : IDisposable
{
    private const string Program = "dotnet run --project cli -- ";
    private const string CopyOfThePolicy = "cp -r domain/policy mine";

    /// <summary>What each comes to; the sample firm breaks promises.</summary>
    private static readonly (string Command, int Exit)[] Run =
    [
        ("sample firm --as-of 2026-09-15", 0),
        ("check firm --as-of 2026-09-15", 1),
        ("explain firm --measure utilisation --account HARTWELL --as-of 2026-09-15", 1),
        ("validate mine --test", 0),
        ("check firm --as-of 2026-09-15 --policy mine --against domain/policy", 0),
        ("words", 0),
        ("words month end", 0),
        ("words working days", 0),
    ];

    /// <summary>Those that others hold: the build runs the tests and publishes the program, and the local program has tests of its own; the rest write 300 MB.</summary>
    private static readonly string[] HeldElsewhere =
    [
        "dotnet run --project local", "dotnet test", "dotnet publish cli -o artifacts/native",
        "dotnet run -c Release --project tests/Benchmarks -- generate large --as-of 2026-11-20",
        "artifacts/native/plumbline check large --as-of 2026-11-20 --timings",
        "dotnet run -c Release --project tests/Benchmarks -- check large --as-of 2026-11-20",
    ];

    private static readonly string Readme = File.ReadAllText(Path.Combine(PolicyFolder.Shipped, "..", "..", "README.md")).ReplaceLineEndings("\n");

    private readonly string _folder = Directory.CreateTempSubdirectory("plumbline-readme-").FullName;

    public ReadmeCommandsTests() => Copy(PolicyFolder.Shipped, Path.Combine(_folder, "domain", "policy"));

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void No_command_is_left_out() =>
        Assert.Equal([.. Run.Select(r => Program + r.Command).Append(CopyOfThePolicy).Concat(HeldElsewhere).Order(StringComparer.Ordinal)], Commands().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_runs_as_it_stands_there_and_prints_what_is_shown()
    {
        Dictionary<string, int> exits = Run.ToDictionary(r => Program + r.Command, r => r.Exit);
        Dictionary<string, string> printed = [];
        foreach (string command in Commands().Where(c => exits.ContainsKey(c) || c == CopyOfThePolicy))
            if (command == CopyOfThePolicy)
                Copy(Path.Combine(_folder, "domain", "policy"), Path.Combine(_folder, "mine"));
            else
                printed[command] = await PrintedAsync(command[Program.Length..], exits[command]);

        string shown = Readme.Split("judged as of that day -->\n```\n")[1].Split("```")[0];
        Assert.Equal(8, shown.Split('\n').Length);
        Assert.StartsWith(shown, printed[Program + Run[1].Command], StringComparison.Ordinal);
        Assert.Equal("No verdict differs.\n", printed[Program + Run[4].Command]);
    }

    private static IEnumerable<string> Commands() =>
        Readme.Split('\n').Where(line => new[] { "dotnet ", "cp ", "artifacts/" }.Any(begin => line.StartsWith(begin, StringComparison.Ordinal)));

    private async Task<string> PrintedAsync(string arguments, int exit)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments.Split(' ')])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(exit == process.ExitCode, $"{arguments} exits {process.ExitCode}: {await errors}");
        return output.ReplaceLineEndings("\n");
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
