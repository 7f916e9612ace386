using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Tests.Calendars;
using Plumbline.Local.Graph;
using static Plumbline.Functions.Tests.Graph.GraphFirm;

namespace Plumbline.Functions.Tests.Graph;

using Plumbline.Functions.Tests.Runs;

public sealed class ObservationTests : IDisposable
{
    private readonly CalendarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_recognised_is_kept_without_a_word_of_it_and_stands_when_the_mailbox_is_gone()
    {
        _folder.With(Ann, CalendarFolder.Event("Service review", "2026-09-02T09:00:00", Ann, "+sponsor@redwood.example"), Review, Talk).With(Ben).With("cid@firm.example");
        FirmTables tables = await FirmTables.CreateAsync();
        await using GraphServer server = await GraphServer.StartAsync(Path.Combine(_folder.Path, "calendars"), CancellationToken.None);

        await RunAsync(tables, server);
        Assert.Equal("met", await VerdictAsync(tables, "A1"));
        List<TableEntity> kept = await tables.RowsAsync(TableNames.Observations);
        Assert.Equal(["service review A1 2026-09-02 held C1;P1", "service review A1 2026-11-02 held C1;P1", "one-to-one A1 2026-11-03 held P1;P2"],
            kept.Where(ObservationRow.IsMeeting).OrderBy(r => r.Text("on")).Select(r => $"{r.Text("kind")} {r.Text("account")} {r.Text("on")} {r.Text("rung")} {r.Text("participants")}"));
        Assert.Equal(["P1 2026-11", "P2 2026-11", "P3 2026-11"], kept.Where(r => !ObservationRow.IsMeeting(r)).Select(r => $"{r.Text("person")} {r.Text("read")}").Order(StringComparer.Ordinal));
        Assert.All(await tables.EverythingAsync(), line => Assert.DoesNotMatch("(?i)firm\\.example|redwood\\.example|1:1", line));

        File.Delete(Path.Combine(_folder.Path, "calendars", $"{Ann}.json"));
        await RunAsync(tables, server);
        Assert.Equal("met", await VerdictAsync(tables, "A1"));
        Assert.Equal(kept.Count, (await tables.RowsAsync(TableNames.Observations)).Count);
        Assert.Equal("breached", Assert.Single(await tables.AlertsAsync(), a => a.Text("account") == "A2" && a.Text("measure") == "service-review").Text("state"));
    }

    [Fact]
    public async Task A_meeting_that_every_mailbox_shows_no_more_is_taken_back()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await using GraphServer server = await GraphServer.StartAsync(Path.Combine(_folder.Path, "calendars"), CancellationToken.None);
        _folder.With(Ann, Review).With(Ben).With("cid@firm.example");
        await RunAsync(tables, server);
        _folder.With(Ann);
        await RunAsync(tables, server);
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Observations), ObservationRow.IsMeeting);
    }

    [Fact]
    public async Task What_the_policy_no_longer_judges_is_forgotten()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await using GraphServer server = await GraphServer.StartAsync(Path.Combine(_folder.Path, "calendars"), CancellationToken.None);
        _folder.With(Ann, Review).With(Ben).With("cid@firm.example");
        await RunAsync(tables, server);
        tables.Clock.Jump(TimeSpan.FromDays(400));
        await RunAsync(tables, server);
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Observations), ObservationRow.IsMeeting);
    }

    [Fact]
    public void A_meeting_comes_back_as_it_was_kept()
    {
        Activity kept = new("uid@20261102T0900Z", "service review", new(2026, 11, 2), Rung.Scheduled, ["P1", "customer"])
        {
            Account = new("A1"), Engagement = new("E1"), Doubt = Doubt.OrganiserNotRead, Organiser = new("P9"), LeftOut = LeftOut.CustomerRoom | LeftOut.Unnamed,
        };
        Activity read = ObservationRow.Read(ObservationRow.Of("calendars", kept));
        Assert.Equal(kept.Participants.AsEnumerable(), read.Participants);
        Assert.Equal(kept, read with { Participants = kept.Participants });
    }

    private async Task RunAsync(FirmTables tables, GraphServer server)
    {
        using var graph = new GraphCalendars(server.Address, null, Policy, tables.Clock);
        await tables.Host((today, stop) => Task.FromResult(PlainFolder.Read(_folder.Path, today, _ => today, () => Domain.Measures.KnownWords.Common, null, stop)), Policy, null, graph).RunAsync(tables.Request(), CancellationToken.None);
    }

    private static async Task<string> VerdictAsync(FirmTables tables, string account) =>
        Assert.Single(await tables.RowsAsync(TableNames.Findings), f => f.Text("measure") == "service-review" && f.Text("account") == account && f.Text("occasion") == "2026-11").Text("verdict");
}
