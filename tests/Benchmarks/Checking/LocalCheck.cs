using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Benchmarks.Checking;

/// <summary>Times the local program's check of a folder, as text and as JSON, its output thrown away.</summary>
internal static class LocalCheck
{
    private const int CheckFailed = 3;

    private static readonly string[] Formats = ["text", "json"];

    public static async Task<int> MeasureAsync(string folder, LocalDate day, int runs)
    {
        var program = Program();
        if (!File.Exists(program))
        {
            Console.Error.WriteLine($"{program} is not there: dotnet publish local -p:AzureSdk=local -o artifacts/program");
            return CheckFailed;
        }

        var worst = 0;
        foreach (var format in Formats)
        {
            worst = Math.Max(worst, await MeasureAsync(runs, format, ["dotnet", program, "check", folder, "--as-of", LocalDatePattern.Iso.Format(day), "--format", format, "--timings"]));
        }

        return worst;
    }

    private static async Task<int> MeasureAsync(int runs, string format, string[] command)
    {
        List<Spawned> done = [];
        for (var run = 0; run < runs; run++)
        {
            done.Add(await Spawned.RunAsync(command));
            if (done[^1].ExitCode >= CheckFailed)
            {
                Console.Error.WriteLine($"{format}: exit code {done[^1].ExitCode}\n{done[^1].Said}");
                return CheckFailed;
            }
        }

        Report(format, done);
        return 0;
    }

    private static void Report(string format, List<Spawned> done)
    {
        var best = done.MinBy(run => run.Wall) ?? throw new ArgumentException("--runs 0 measures nothing");
        var all = string.Join(", ", done.Select(run => Seconds(run.Wall)));
        var memory = done.Max(run => run.MaxResidentKilobytes) is { } most ? $"{most / 1024} MB" : "not measured";
        Console.WriteLine($"{format}: best {Seconds(best.Wall)} of {all}; max RSS {memory}; exit code {best.ExitCode}");
        Console.WriteLine(best.Said);
    }

    private static string Seconds(TimeSpan wall) => wall.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    private static string Program()
    {
        var root = typeof(LocalCheck).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value;
        return Path.Combine(root ?? "", "artifacts", "program", "Plumbline.Local.dll");
    }
}
