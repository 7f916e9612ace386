using Azure;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Results;
using Plumbline.Local.Azurite;
using Plumbline.Local.Bus;
using Plumbline.Local.Host;

namespace Plumbline.Local.Running;

/// <summary>Everything on one machine: the services, the exports, the functions, one run and its scorecard.</summary>
internal sealed class LocalRun(TextWriter error)
{
    public async Task<int> RunAsync(LocalRunRequest request, CancellationToken cancellationToken)
    {
        HomeFolder home = HomeFolder.At(request.Home);
        using FileStream? alone = home.Take();
        if (alone is null)
            return Fail("another Plumbline runs on the same folder: end it, or give another folder with --home.");
        if (request.Exports is { } exports && !Directory.Exists(exports))
            return Fail($"--exports: there is no folder {exports}");
        string folder = Path.GetFullPath(request.Policy ?? PolicyLoad.Shipped);
        if (PolicyLoad.Read(folder, error) is not { } policy)
            return Exit.Wrong;
        try
        {
            return await RunAsync(request, home, policy, folder, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Exit.Kept;
        }
        catch (Exception failure) when (Known(failure) is { } known)
        {
            return Fail(known.Message);
        }
    }

    private async Task<int> RunAsync(
        LocalRunRequest request, HomeFolder home, Policy policy, string policyFolder, CancellationToken cancellationToken)
    {
        // Else a taken port shows only once everything else was started.
        LoopbackServer.Probe(request.Port);
        string exports = request.Exports ?? Sample(home, policy, request.Force);
        // Disposed of in the reverse order: the functions stop first, then what they ask.
        string? calendars = request.Exports is null ? home.Calendars : null;
        await using LocalCloud cloud = await LocalCloud.StartAsync(home, calendars, Say, cancellationToken);
        // Before the functions start: a run that an earlier program left in the queue begins with them.
        string sent = await ExportsUpload.SyncAsync(cloud.Exports, exports, withCalendars: calendars is null, cancellationToken);
        Say($"Uploaded {sent} of {exports}.");
        string key = FunctionKey.ReadOrMake(home.Key);
        Say("Starting the functions.");
        using var logs = new ConsoleLogs(error);
        await using FunctionsHost host = await FunctionsHost.StartAsync(new()
        {
            App = request.App ?? ShippedApp,
            Home = home.Host,
            Port = request.Port,
            AppSettings = cloud.Settings(policyFolder, key),
            FunctionKey = key,
            MasterKey = key,
            Logging = logs,
        }, cancellationToken);
        string address = host.Address.AbsoluteUri.TrimEnd('/');
        Say($"The functions answer at {address}. Running once.");
        Task failed = Task.WhenAny(host.Completion, cloud.Completion).Unwrap();
        string? wrong = await new FirstRun(address, key, cloud.Tables, failed, new()).MakeAsync(cancellationToken);
        ScorecardOutput.Write(await new ScorecardReader(new(cloud.Tables)).ReadAsync(cancellationToken));
        // A run ends well though its alerts could not be sent: a bus that cannot keep them is told all the same.
        if (failed.IsFaulted)
            await failed;
        if (request.Once)
            return wrong is null ? Exit.Kept : Fail(wrong);
        WriteAddresses(address, key);
        if (wrong is not null)
            Say(wrong);
        Say("Ctrl-C ends it.");
        await failed.WaitAsync(cancellationToken);
        return Exit.Kept;
    }

    // The functions lie beside this program, which was built with them.
    private static string ShippedApp => Path.Combine(AppContext.BaseDirectory, "Plumbline.Functions.dll");

    private string Sample(HomeFolder home, Policy policy, bool force)
    {
        Say(SampleExports.Write(home, policy, AsOfOption.Today(policy), force) switch
        {
            SampleState.Written => $"Wrote a sample firm's exports to {home.Sample}.",
            SampleState.Edited => $"The sample in {home.Sample} was edited and is used as it is; --force writes it anew.",
            _ => $"The sample firm's exports of today are in {home.Sample}.",
        });
        return home.Sample;
    }

    private static void WriteAddresses(string address, string key)
    {
        Console.WriteLine();
        Console.WriteLine($"Health   {address}/api/health");
        Console.WriteLine($"Alerts   {address}/api/alerts?code={key}");
        Console.WriteLine($"Results  {address}/api/results/findings?format=csv&code={key}");
    }

    // The clients of Azure throw all their tries together.
    private static Exception? Known(Exception failure) => failure switch
    {
        AggregateException { InnerException: { } first } => Known(first),
        AzuriteException or ServiceBusEmulatorException or HostException or FirstRunException or RequestFailedException => failure,
        _ => null,
    };

    private void Say(string what)
    {
        lock (error)
            error.WriteLine(what);
    }

    private int Fail(string why)
    {
        // What Azurite or npm said has lines of its own.
        foreach (string line in why.ReplaceLineEndings("\n").Split('\n'))
            Say(line);
        return Exit.Wrong;
    }
}
