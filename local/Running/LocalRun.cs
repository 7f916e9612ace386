using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Local.Azurite;
using Plumbline.Local.Graph;

namespace Plumbline.Local.Running;

/// <summary>What was asked of the program without a command.</summary>
/// <param name="Home">Null for the usual place.</param>
internal sealed record LocalRunRequest(int Port, bool Once, string? Home);

/// <summary>Everything on one machine: Azurite, the sample firm's exports and its calendars, the functions, one run and its scorecard.</summary>
internal sealed class LocalRun(TextWriter error)
{
    public async Task<int> RunAsync(LocalRunRequest request, CancellationToken cancellationToken)
    {
        HomeFolder home = HomeFolder.At(request.Home);
        using FileStream? alone = home.Take();
        if (alone is null)
            return Fail("another Plumbline runs on the same folder: end it, or give another folder with --home.");
        if (PolicyLoad.Read(PolicyLoad.Shipped, error) is not { } policy)
            return Exit.Wrong;
        try
        {
            return await RunAsync(request, home, policy, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Exit.Kept;
        }
        catch (Exception known) when (known is AzuriteException or PortException or RefusedException)
        {
            return Fail(known.Message);
        }
    }

    private async Task<int> RunAsync(LocalRunRequest request, HomeFolder home, Policy policy, CancellationToken cancellationToken)
    {
        LocalDate today = AsOfOption.Today(policy);
        Say(SampleExports.Write(home, policy, today) ? $"Wrote a sample firm's exports to {home.Sample}." : $"The sample firm's exports of today are in {home.Sample}.");
        await using AzuriteProcess azurite = await StartAzuriteAsync(home, cancellationToken);
        await using GraphServer graph = await GraphServer.StartAsync(home.Calendars, cancellationToken);
        string key = FunctionKey.ReadOrMake(home.Key);
        // Disposed of in the reverse order: the functions stop first, then what they ask.
        var first = new FirstRun();
        await using LocalApp app = await LocalApp.StartAsync(request.Port, azurite.ConnectionString, Settings(home, graph, key), first, cancellationToken);
        Say("Running once.");
        string run = await app.Services.GetRequiredService<RunStart>().StartAsync([], "request", cancellationToken);
        RunResult result = await first.ResultAsync(run, cancellationToken);
        Scorecard card = await app.Services.GetRequiredService<ScorecardReader>().ReadAsync(cancellationToken);
        ScorecardOutput.Write(card);
        if (request.Once)
            return result.Error is null ? Exit.Kept : Fail(result.Error);
        WriteAddresses(app.Address, key);
        if (result.Error is { } wrong)
            Say(wrong);
        Say("Ctrl-C ends it.");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return Exit.Kept;
    }

    private Task<AzuriteProcess> StartAzuriteAsync(HomeFolder home, CancellationToken cancellationToken)
    {
        var settings = new AzuriteSettings { DataFolder = home.Azurite };
        bool installed = Directory.Exists(Path.Combine(settings.InstallFolder, "node_modules"));
        Say(installed ? "Starting Azurite." : "Installing Azurite from its lock file, once, and starting it.");
        return AzuriteProcess.StartAsync(settings, cancellationToken);
    }

    private static Dictionary<string, string?> Settings(HomeFolder home, GraphServer graph, string key) => new()
    {
        [BusSettings.Section] = "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=none;UseDevelopmentEmulator=true",
        ["LOCAL_BUS_FOLDER"] = home.Bus,
        [ExportsSettings.Key] = home.Sample,
        [GraphSettings.CalendarsKey] = "yes",
        [GraphSettings.BaseUrlKey] = graph.Address.AbsoluteUri,
        [PolicySettings.Key] = PolicyLoad.Shipped,
        ["LOCAL_FUNCTION_KEY"] = key,
    };

    private static void WriteAddresses(string address, string key)
    {
        Console.WriteLine();
        Console.WriteLine($"Health   {address}/api/health");
        Console.WriteLine($"Alerts   {address}/api/alerts?code={key}");
        Console.WriteLine($"Results  {address}/api/results/findings?format=csv&code={key}");
    }

    private void Say(string what) => error.WriteLine(what);

    private int Fail(string why)
    {
        // What Azurite or npm said has lines of its own.
        foreach (string line in why.ReplaceLineEndings("\n").Split('\n'))
            Say(line);
        return Exit.Wrong;
    }
}
