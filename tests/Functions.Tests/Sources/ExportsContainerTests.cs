using Plumbline.Domain.Measures;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Sources;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Tests.Exports;
using CalendarFolder = Plumbline.Ingest.Tests.Calendars.CalendarFolder;

namespace Plumbline.Functions.Tests.Sources;

public sealed class ExportsContainerTests
{
    private static readonly string[] Register = ["accounts.csv", "people.csv", "contacts.csv", "engagements.csv", "roles.csv", "absences.csv"];

    [Fact]
    public async Task A_container_reads_as_a_folder_with_the_same_files_does()
    {
        using CalendarFolder folder = Folder();
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.UploadAsync(folder.Path);
        LocalDate written = await firm.WrittenOnAsync("accounts.csv");

        Snapshot read = await firm.ReadAsync();

        Snapshot expected = PlainFolder.Read(folder.Path, ExportedFirm.Today, _ => written, () => KnownWords.Common, null, CancellationToken.None);
        var meetings = PolicyFiles.Read(PolicySettings.Shipped).Policy!.Meetings;
        expected = new CalendarFiles(meetings, ExportedFirm.Zone).AddTo(expected, folder.Path, ExportedFirm.Today, _ => written, CancellationToken.None);
        Assert.Equal(Said(expected), Said(read));
        Assert.Contains(read.Activities, a => a.Kind == "service review");
    }

    [Fact]
    public async Task A_name_in_other_letters_will_do_where_the_very_name_is_not_there()
    {
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.PutAsync("ACCOUNTS.CSV", Files.Accounts);
        Assert.Equal(2, (await firm.ReadAsync()).Register.Accounts.Count);

        await firm.PutAsync("accounts.csv", "account_id,name,status\nA9,Nine,active\n");
        Assert.Equal(new AccountId("A9"), Assert.Single((await firm.ReadAsync()).Register.Accounts).Id);
    }

    [Fact]
    public async Task Mailboxes_lie_below_calendars_and_nowhere_else()
    {
        using CalendarFolder folder = Folder();
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.UploadAsync(folder.Path);
        string mailbox = await File.ReadAllTextAsync(Path.Combine(folder.Path, "calendars", "ann@firm.example.json"));
        await firm.DeleteAsync("calendars/ann@firm.example.json");
        string[] others = ["ann@firm.example.json", "calendars/old/ann@firm.example.json", "other/ann@firm.example.json", "calendars/notes.txt"];
        foreach (string elsewhere in others)
            await firm.PutAsync(elsewhere, mailbox);
        Assert.DoesNotContain("calendars", (await firm.ReadAsync()).Readings.Keys);

        await firm.PutAsync("Calendars/ann@firm.example.JSON", mailbox);
        Assert.Equal(ReadingState.Read, (await firm.ReadAsync()).Reading("calendars").State);
    }

    [Fact]
    public async Task Calendars_that_come_from_elsewhere_are_not_downloaded()
    {
        using CalendarFolder folder = Folder();
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.UploadAsync(folder.Path);

        Snapshot read = await firm.WithoutCalendars.ReadAsync(ExportedFirm.Today, CancellationToken.None);

        Assert.DoesNotContain("calendars", read.Readings.Keys);
        Assert.Equal(Register.Order(StringComparer.Ordinal), firm.Wire.Downloads.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2098-06-30T22:59:59Z", "2098-06-30")]
    [InlineData("2098-06-30T23:30:00Z", "2098-07-01")]
    [InlineData("2098-12-31T23:30:00.1234567Z", "2098-12-31")]
    public async Task A_file_that_was_delivered_again_stands_as_of_that_day_in_the_firms_zone(string delivered, string day)
    {
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.PutAsync("accounts.csv", Files.Accounts, delivered);
        Assert.Equal(day, $"{(await firm.ReadAsync()).Reading("accounts.csv").AsOf:uuuu-MM-dd}");
    }

    [Fact]
    public async Task No_file_stands_as_of_a_day_after_the_day_judged()
    {
        using CalendarFolder folder = Folder();
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.UploadAsync(folder.Path);
        LocalDate judged = new(2026, 9, 1);
        Snapshot read = await firm.Exports.ReadAsync(judged, CancellationToken.None);
        Assert.All([.. Register, "calendars"], source => Assert.Equal(judged, read.Reading(source).AsOf));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2001-01-01T12:00:00Z")]
    [InlineData("nonsense")]
    [InlineData("2098-06-30")]
    public async Task A_file_that_was_not_delivered_again_stands_as_of_the_day_on_which_it_was_written(string? delivered)
    {
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.PutAsync("accounts.csv", Files.Accounts, delivered);
        Assert.Equal(await firm.WrittenOnAsync("accounts.csv"), (await firm.ReadAsync()).Reading("accounts.csv").AsOf);
    }

    [Fact]
    public async Task Content_that_has_not_changed_is_downloaded_once()
    {
        using CalendarFolder folder = Folder();
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.UploadAsync(folder.Path);
        string[] first = Said(await firm.ReadAsync());
        Assert.Equal(Register.Append("calendars/ann@firm.example.json").Order(StringComparer.Ordinal), firm.Wire.Downloads.Order(StringComparer.Ordinal));
        firm.Wire.Downloads.Clear();

        Assert.Equal(first, Said(await firm.ReadAsync()));
        Assert.Empty(firm.Wire.Downloads);

        await firm.PutAsync("accounts.csv", Files.Accounts);
        Snapshot changed = await firm.ReadAsync();
        Assert.Equal(["accounts.csv"], firm.Wire.Downloads);
        Assert.Equal(["One", "Two"], changed.Register.Accounts.Select(a => a.Name).Order());
    }

    [Theory]
    [InlineData("changes")]
    [InlineData("goes")]
    [InlineData("is refused")]
    [InlineData("is lost")]
    public async Task A_file_that_cannot_be_downloaded_as_it_was_listed_costs_its_own_source_only(string what)
    {
        using CalendarFolder folder = Folder();
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.UploadAsync(folder.Path);
        firm.Wire.Refuses = name => what == "is refused" && name == "people.csv";
        firm.Wire.Loses = name => what == "is lost" && name == "people.csv";
        firm.Wire.Before = name => (what, name) switch
        {
            ("changes", "people.csv") => firm.PutAsync(name, Files.People),
            ("goes", "people.csv") => firm.DeleteAsync(name),
            _ => Task.CompletedTask,
        };

        Snapshot read = await firm.ReadAsync();

        Assert.Equal((ReadingState.Refused, "people.csv: it cannot be read from where it lies; see that the file is whole and nothing else holds it"),
            (read.Reading("people.csv").State, read.Reading("people.csv").Why));
        Assert.All(Register.Except(["people.csv"]), name => Assert.Equal(name == "absences.csv" ? ReadingState.Empty : ReadingState.Read, read.Reading(name).State));

        firm.Wire.Before = _ => Task.CompletedTask;
        firm.Wire.Refuses = firm.Wire.Loses = _ => false;
        Assert.Equal(what == "goes" ? ReadingState.Missing : ReadingState.Read, (await firm.ReadAsync()).Reading("people.csv").State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_files_or_even_a_container_every_file_is_missing(bool isThere)
    {
        using ExportedFirm firm = await ExportedFirm.CreateAsync(isThere);
        Snapshot read = await firm.ReadAsync();
        Assert.Contains("accounts.csv", read.Readings.Keys);
        Assert.All(read.Readings.Values, r => Assert.Equal(ReadingState.Missing, r.State));
    }

    [Fact]
    public async Task A_run_that_is_given_up_stops_reading()
    {
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        await firm.PutAsync("accounts.csv", Files.Accounts);
        using var given = new CancellationTokenSource();
        firm.Wire.Before = _ => given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => firm.Exports.ReadAsync(ExportedFirm.Today, given.Token));
    }

    private static CalendarFolder Folder() => new CalendarFolder().With("ann@firm.example",
        CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+sponsor@redwood.example", "+someone@redwood-group.example"));

    private static string[] Said(Snapshot snapshot) =>
    [
        .. snapshot.Readings.Values.OrderBy(r => r.Source, StringComparer.Ordinal)
            .Select(r => $"{r.Source} {r.State} {r.AsOf} {r.Rows} {r.Hash} {r.Why} {r.Faults.Length}"),
        .. snapshot.Register.Accounts.Select(a => $"{a.Id} {a.Name}"),
        .. snapshot.Activities.Select(a => $"{a.Id} {a.Kind} {a.On} {a.Rung} {string.Join(';', a.Participants)}"),
        .. snapshot.Assignments.Select(a => $"{a.Person} {a.Role} {a.Account} {a.Engagement}"),
    ];
}
