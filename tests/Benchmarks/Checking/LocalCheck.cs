using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Benchmarks.Checking;

/// <summary>Times <c>plumbline check</c> on a folder, as text and as JSON, its output thrown away; of two programs by turns, so that both meet the same machine.</summary>
internal static class LocalCheck
{
    private const int CheckFailed = 3;

    private static readonly string[] Formats = ["text", "json"];

    /// <param name="against">Another program to time beside the published one, or null.</param>
    public static async Task<int> MeasureAsync(string folder, LocalDate day, int runs, string? against)
    {
        string[] programs = [.. new[] { Published, against }.OfType<string>()];
        if (Array.Find(programs, p => !File.Exists(p)) is { } missing)
        {
            Console.Error.WriteLine($"{missing} is not there: dotnet publish cli -o artifacts/native");
            return CheckFailed;
        }

        var worst = 0;
        foreach (var format in Formats)
        {
            worst = Math.Max(worst, await MeasureAsync(programs, runs, format, ["check", folder, "--as-of", LocalDatePattern.Iso.Format(day), "--format", format, "--timings"]));
        }

        return worst;
    }

    private static async Task<int> MeasureAsync(string[] programs, int runs, string format, string[] arguments)
    {
        var done = programs.ToDictionary(p => p, _ => new List<Spawned>());
        for (var run = 0; run < runs; run++)
        {
            foreach (var program in programs)
            {
                done[program].Add(await Spawned.RunAsync([program, .. arguments]));
                if (done[program][^1].ExitCode >= CheckFailed)
                {
                    Console.Error.WriteLine($"{format}: {program}: exit code {done[program][^1].ExitCode}\n{done[program][^1].Said}");
                    return CheckFailed;
                }
            }
        }

        foreach (var program in programs)
        {
            Report($"{format}: {program}", done[program]);
        }

        return 0;
    }

    private static void Report(string what, List<Spawned> done)
    {
        var best = done.MinBy(run => run.Wall) ?? throw new ArgumentException("--runs 0 measures nothing");
        var all = string.Join(", ", done.Select(run => Seconds(run.Wall)));
        var memory = done.Max(run => run.MaxResidentKilobytes) is { } most ? $"{most / 1024} MB" : "not measured";
        Console.WriteLine($"{what}: best {Seconds(best.Wall)} of {all}; max RSS {memory}; exit code {best.ExitCode}");
        Console.WriteLine(best.Said);
    }

    private static string Seconds(TimeSpan wall) => wall.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    private static string Published =>
        Path.Combine(typeof(LocalCheck).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value ?? "", "artifacts", "native", "plumbline");
}
