using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;
using Plumbline.Local.Graph;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>The whole way, from the sample firm's files to the tables.</summary>
public sealed class SampleRunTests
{
    [Fact]
    public async Task Every_open_breach_of_the_sample_is_in_one_alert_and_one_message_and_a_second_run_writes_its_own_row_only()
    {
        string folder = Directory.CreateTempSubdirectory("plumbline-sample-").FullName;
        try
        {
            Policy policy = PolicyFiles.Read(PolicyLoad.Shipped).Policy!;
            FirmTables tables = await FirmTables.CreateAsync();
            SampleCommand.Write(folder, tables.Today, policy);
            var wire = new Wire();
            await using GraphServer server = await GraphServer.StartAsync(Path.Combine(folder, "calendars"), CancellationToken.None);
            using var graph = new GraphCalendars(server.Address, null, policy, tables.Clock);
            GovernanceRun host = tables.Host((today, stop) => Task.FromResult(PlainFolder.Read(folder, today, _ => today, () => KnownWords.Common, null, stop)), policy, wire, graph);

            RunResult first = await host.RunAsync(tables.Request(), CancellationToken.None);

            Assert.Empty(first.Left);
            List<TableEntity> breaches = [.. (await tables.RowsAsync(TableNames.Findings)).Where(f => f.Text("verdict") == "breached" && f.Text("measure") != SourceRead.Id)];
            Assert.True(breaches.Count > 30, $"only {breaches.Count} breaches");
            ILookup<string, TableEntity> alerts = (await tables.AlertsAsync()).Where(a => a.Text("state") == "breached").ToLookup(a => $"{a.Text("measure")} {a.Text("account")}");
            Assert.All(breaches, breach => Assert.Single(alerts[$"{breach.Text("measure")} {breach.Text("account")}"], alert => Names(alert, breach)));
            var told = (await tables.Bus.ToldAsync()).Select(m => m.MessageId);
            Assert.Equal((await tables.AlertsAsync()).Select(a => $"{a.Text("fingerprint")}:1").Order(), told.Order());
            await NothingMoreAsync(tables, host, wire);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task NothingMoreAsync(FirmTables tables, GovernanceRun host, Wire wire)
    {
        string[] before = await tables.EverythingAsync();
        int told = (await tables.Bus.ToldAsync()).Count;
        wire.Requests.Clear();
        await host.RunAsync(tables.Request(), CancellationToken.None);
        Assert.All(wire.Requests.Where(r => !r.IsQuery), r => Assert.Contains(TableNames.Runs, r.Url, StringComparison.Ordinal));
        Assert.Equal(before, await tables.EverythingAsync());
        Assert.Equal(told, (await tables.Bus.ToldAsync()).Count);
    }

    private static bool Names(TableEntity alert, TableEntity breach)
    {
        string occasion = breach.Text("occasion");
        string row = occasion.Length == 0 ? breach.Text("subject") : $"{breach.Text("subject")} {occasion}";
        return JsonDocument.Parse(alert.Text("rows")).RootElement.GetProperty("rows").EnumerateArray().Any(r => r.GetString() == row);
    }
}
