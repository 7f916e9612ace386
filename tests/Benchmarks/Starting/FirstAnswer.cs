using System.Diagnostics;
using System.Globalization;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Local.Azurite;
using Plumbline.Local.Host;

namespace Plumbline.Benchmarks.Starting;

/// <summary>From nothing to the first answer of published functions: the worker's processor time, and the time on the clock.</summary>
internal static class FirstAnswer
{
    /// <param name="app">The folder that <c>dotnet publish functions</c> made.</param>
    public static async Task MeasureAsync(string app, int runs)
    {
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        List<(TimeSpan Worker, TimeSpan Wall)> all = [];
        for (var run = 0; run < runs; run++)
        {
            all.Add(await OnceAsync(app, azurite.ConnectionString));
        }

        Console.WriteLine($"worker's processor time: best {Seconds(all.Min(a => a.Worker))} of {string.Join(", ", all.Select(a => Seconds(a.Worker)))}");
        Console.WriteLine($"time to the first answer: best {Seconds(all.Min(a => a.Wall))} of {string.Join(", ", all.Select(a => Seconds(a.Wall)))}");
    }

    private static async Task<(TimeSpan Worker, TimeSpan Wall)> OnceAsync(string app, string storage)
    {
        var home = Directory.CreateTempSubdirectory("plumbline-bench-").FullName;
        var began = TimeProvider.System.GetTimestamp();
        await using (var host = await FunctionsHost.StartAsync(Settings(app, home, storage), CancellationToken.None))
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("x-functions-key", "bench");
            using var answer = await client.GetAsync(new Uri(host.Address, "/api/alerts"));
            var wall = TimeProvider.System.GetElapsedTime(began);
            answer.EnsureSuccessStatusCode();
            using var worker = Process.GetProcessById(host.WorkerId ?? throw new InvalidOperationException("the worker has ended"));
            return (worker.TotalProcessorTime, wall);
        }
    }

    private static HostSettings Settings(string app, string home, string storage) => new()
    {
        App = app,
        Home = home,
        Port = 0,
        FunctionKey = "bench",
        AppSettings = new Dictionary<string, string>
        {
            [TablesSettings.Key] = storage, [QueueSettings.Key] = storage, [ExportsSettings.Key] = storage,
            [BusSettings.Section] = "Endpoint=sb://127.0.0.1;SharedAccessKeyName=none;SharedAccessKey=none;UseDevelopmentEmulator=true;",
            ["Logging:LogLevel:Default"] = "Warning",
        },
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);
}
