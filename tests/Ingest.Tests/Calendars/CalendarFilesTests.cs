using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Ingest.Tests.Calendars;

public sealed class CalendarFilesTests : IDisposable
{
    private static readonly JsonObject Review = CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+sponsor@redwood.example", "+someone@redwood-group.example");
    private static readonly JsonObject Talk = CalendarFolder.Event("1:1", "2026-09-03T09:00:00", "ANN@firm.example", "+ben@firm.example");

    private readonly CalendarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Meetings_of_several_mailboxes_are_activities_once()
    {
        var copy = (JsonObject)Review.DeepClone();
        copy["isOrganizer"] = false;
        _folder.With("ann@firm.example", Review, Talk).With("Ben@Firm.example", copy);
        Assert.Equal(["one-to-one A1/ 2026-09-03 Held P1;P2", "service review A1/ 2026-09-02 Held C1;P1;customer"], _folder.Said());
        SourceReading reading = _folder.Read().Reading("calendars");
        Assert.Equal((ReadingState.Read, 3, CalendarFolder.Today), (reading.State, reading.Rows, reading.AsOf));
        Assert.Empty(reading.Faults);
        Assert.Matches("^[0-9a-f]{64}$", reading.Hash);
    }

    [Fact]
    public void Reading_calendars_can_be_given_up()
    {
        _folder.With("ann@firm.example", Review);
        Assert.ThrowsAny<OperationCanceledException>(() => _folder.Read(cancellation: new(canceled: true)));
    }

    [Fact]
    public void Mailboxes_are_said_in_the_order_of_their_names_however_many_are_read_at_once()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"box{i:00}")];
        foreach (string name in names)
            _folder.With(name, "[7]");
        Assert.Equal(names.Select(n => $"calendars, the file '{n}.json', value[0]: it is no event; export events as Graph gives them"), _folder.Read().Reading("calendars").Faults.Select(f => f.Message));
    }

    [Fact]
    public void Of_activities_and_calendars_the_one_that_is_not_there_is_no_source_of_the_firm()
    {
        Assert.Equal((ReadingState.Missing, false), (_folder.Read().Reading("activities.csv").State, _folder.Read().Readings.ContainsKey("calendars")));
        _folder.With("ann@firm.example", Review);
        Assert.False(_folder.Read().Readings.ContainsKey("activities.csv"));
        File.WriteAllText(Path.Combine(_folder.Path, "activities.csv"), "activity_id,kind,held_on\n");
        Assert.Equal(ReadingState.Empty, _folder.Read().Reading("activities.csv").State);
    }

    [Theory]
    [InlineData("{\"value\": [\n  {\"iCalUId\": }]}", "calendars, the file of P2, line 2, byte 15: not JSON here; export the mailbox again")]
    [InlineData("{\"value\": [", "calendars, the file of P2, line 1, byte 12: not JSON here; export the mailbox again")]
    [InlineData("", "calendars, the file of P2, line 1, byte 1: not JSON here; export the mailbox again")]
    [InlineData("{\"value\": 7}", "calendars, the file of P2: it is JSON, but no array 'value' of events with texts in it; export the mailbox as Graph gives it")]
    [InlineData("[{\"iCalUId\": \"\\ud800\"}]", "calendars, the file of P2: it is JSON, but no array 'value' of events with texts in it; export the mailbox as Graph gives it")]
    [InlineData("[7]", "calendars, the file of P2, value[0]: it is no event; export events as Graph gives them")]
    [InlineData("[{\"subject\": \"secret\"}]", "calendars, the file of P2, value[0]: iCalUId is missing; export events with it, or the same meeting in two mailboxes would count twice")]
    [InlineData("[{\"iCalUId\": \"x\", \"start\": {\"dateTime\": \"02/09/2026\"}}]", "calendars, the file of P2, value[0]: start is not a date and time in a zone that is known; export it as Graph gives it")]
    [InlineData("[{\"iCalUId\": \"x\", \"start\": {\"dateTime\": \"2026-09-02T09:00:00\", \"timeZone\": \"Nowhere\"}}]", "calendars, the file of P2, value[0]: start is in the time zone 'Nowhere', which is neither an IANA name nor a Windows name that is known; export it in UTC, or mend the time zone of the meeting")]
    [InlineData("[{\"iCalUId\": \"x\", \"start\": {\"dateTime\": \"2026-09-02T09:00:00\"}}]", "calendars, the file of P2, value[0]: start names no time zone; export it as Graph gives it")]
    [InlineData("[{\"iCalUId\": \"x\", \"start\": {\"dateTime\": \"2026-09-02T09:00:00\", \"timeZone\": \"UTC\"}, \"end\": {\"dateTime\": \"2026-09-01T09:00:00\", \"timeZone\": \"UTC\"}}]", "calendars, the file of P2, value[0]: end is not a date and time after its start; export it as Graph gives it")]
    public void What_cannot_be_read_costs_that_mailbox_only_and_says_where(string text, string message)
    {
        _folder.With("ann@firm.example", Review).With("ben@firm.example", text);
        Assert.Single(_folder.Said());
        Fault fault = Assert.Single(_folder.Read().Reading("calendars").Faults);
        Assert.Equal((message, true, new AccountId("A1")), (fault.Message, fault.RowLost, fault.Names.Account));
    }

    [Theory]
    [InlineData("nobody@firm.example", "calendars, file 1 in order of name, whose address is not in people.csv, line 1, byte 1: not JSON here; export the mailbox again")]
    [InlineData("someone", "calendars, the file 'someone.json', line 1, byte 1: not JSON here; export the mailbox again")]
    public void A_message_never_says_an_address(string name, string message) =>
        Assert.Equal(message, Assert.Single(_folder.With(name, "x").Read().Reading("calendars").Faults).Message);

    [Fact]
    public void Names_in_other_letters_are_the_same_calendars()
    {
        _folder.With("ann@firm.example", Review);
        string calendars = Path.Combine(_folder.Path, "calendars");
        File.Move(Path.Combine(calendars, "ann@firm.example.json"), Path.Combine(calendars, "ann@firm.example.JSON"));
        File.WriteAllText(Path.Combine(calendars, "ben@firm.example.Json"), "[7]");
        Directory.Move(calendars, Path.Combine(_folder.Path, "Calendars"));
        Assert.Equal(["service review A1/ 2026-09-02 Held C1;P1;customer"], _folder.Said());
        Assert.Equal("calendars, the file of P2, value[0]: it is no event; export events as Graph gives them", Assert.Single(_folder.Read().Reading("calendars").Faults).Message);
        Directory.CreateDirectory(calendars);
        Assert.Empty(_folder.Said());
    }

    [Theory]
    [InlineData("loop")]
    [InlineData("file")]
    public void Calendars_that_are_not_a_folder_are_refused(string what)
    {
        string calendars = Path.Combine(_folder.Path, "calendars");
        Directory.Delete(calendars);
        if (what == "loop")
            File.CreateSymbolicLink(calendars, "calendars");
        else
            File.WriteAllText(calendars, "[]");
        SourceReading reading = _folder.Read().Reading("calendars");
        Assert.Equal((ReadingState.Refused, "calendars: it is a file, or a link that leads to no folder; make it a folder that holds one file ADDRESS.json a mailbox, or take it away"), (reading.State, reading.Why));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("linked pipe")]
    [InlineData("socket")]
    [InlineData("zeros")]
    public void What_is_no_ordinary_file_costs_that_mailbox_and_is_not_waited_for(string what)
    {
        OddFile.Make(what, Path.Combine(_folder.Path, "calendars", "ben@firm.example.json"));
        _folder.With("ann@firm.example", Review);
        Assert.Single(_folder.Said());
        Assert.Equal("calendars, the file of P2: it is a pipe, a socket or a device; put an ordinary file in its place", Assert.Single(_folder.Read().Reading("calendars").Faults).Message);
    }

    [Fact]
    public void A_folder_in_place_of_a_mailbox_costs_that_mailbox()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "calendars", "ben@firm.example.json"));
        _folder.With("ann@firm.example", Review);
        Assert.Single(_folder.Said());
        Assert.Equal("calendars, the file of P2: it cannot be read from where it lies; allow this program to read it, and see that nothing else holds it", Assert.Single(_folder.Read().Reading("calendars").Faults).Message);
    }

    /// <summary>PLUMBLINE_SEED repeats a run.</summary>
    [Fact]
    public void However_its_bytes_are_changed_a_mailbox_is_read_or_refused()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("PLUMBLINE_SEED"), CultureInfo.InvariantCulture, out int given) ? given : 20261122;
        var random = new Random(seed);
        byte[] whole = Encoding.UTF8.GetBytes($"{{\"value\":[{Review.ToJsonString()},{Talk.ToJsonString()}]}}");
        for (int i = 0; i < 300; i++)
        {
            byte[] changed = [.. whole];
            for (int left = random.Next(1, 5); left > 0; left--)
                changed[random.Next(changed.Length)] = (byte)"{}[]\",:\\0 \u00ff"[random.Next(11)];
            File.WriteAllBytes(Path.Combine(_folder.Path, "calendars", "ann@firm.example.json"), changed);
            SourceReading reading = _folder.Read().Reading("calendars");
            Assert.True(reading.State == ReadingState.Read, $"case {i} of seed {seed}");
            Assert.All(reading.Faults, f => Assert.DoesNotContain('@', f.Message));
        }
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        using (FileStream file = File.Create(Path.Combine(_folder.Path, "calendars", "ben@firm.example.json")))
            file.SetLength(CalendarFiles.LongestFile + 1L);
        Assert.Equal("calendars, the file of P2: it is larger than 64 MB; export fewer months", Assert.Single(_folder.Read().Reading("calendars").Faults).Message);
    }

    [Theory]
    [InlineData("2026-06-30T23:30:00", "UTC", false, "2026-07-01")] // half past midnight in London
    [InlineData("2026-06-30T23:30:00", "GMT Standard Time", false, "2026-06-30")]
    [InlineData("2026-06-30T23:30:00", "Europe/London", false, "2026-06-30")]
    [InlineData("2026-07-01T00:00:00", "UTC", true, "2026-07-01")] // a whole day as it stands
    [InlineData("2026-06-30T23:00:00", "UTC", true, "2026-07-01")] // a whole day in the zone in which it was written
    public void A_moment_becomes_the_firms_day(string start, string zone, bool allDay, string day)
    {
        JsonObject review = CalendarFolder.Event("Service review", start, "ann@firm.example", "+sponsor@redwood.example");
        review["start"]!["timeZone"] = zone;
        review["isAllDay"] = allDay;
        review["originalStartTimeZone"] = "GMT Standard Time";
        review["end"] = new JsonObject { ["dateTime"] = allDay ? start.Replace("06-30", "07-01", StringComparison.Ordinal).Replace("07-01T00", "07-02T00", StringComparison.Ordinal) : "2026-07-01T09:00:00.0000000", ["timeZone"] = "UTC" };
        Assert.Equal([$"service review A1/ {day} Held C1;P1"], _folder.With("ann@firm.example", review).Said());
    }

    [Fact]
    public void What_is_private_is_known_by_its_category_and_a_room_is_nobody()
    {
        var talk = (JsonObject)Talk.DeepClone();
        talk["sensitivity"] = "private";
        ((JsonArray)talk["attendees"]!).Add(new JsonObject { ["type"] = "resource", ["emailAddress"] = new JsonObject { ["address"] = "room@firm.example" } });
        Assert.Empty(_folder.With("ann@firm.example", talk).Said());
        talk["categories"] = new JsonArray("One-to-One");
        Assert.Single(_folder.With("ann@firm.example", talk).Said());
    }

    [Theory]
    [InlineData("ann@firm.example", "Held")]
    [InlineData("ben@firm.example", "Scheduled")]
    public void A_copy_that_does_not_say_whose_it_is_is_the_organisers_in_the_organisers_mailbox(string mailbox, string rung)
    {
        JsonObject review = CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+ben@firm.example", "+sponsor@redwood.example");
        review.Remove("isOrganizer");
        Assert.Equal([$"service review A1/E1 2026-09-02 {rung} C1;P1;P2"], _folder.With(mailbox, review).Said());
    }

    [Fact]
    public void What_fits_two_kinds_is_noted_with_its_mailbox_and_without_its_title()
    {
        _folder.With("ann@firm.example", CalendarFolder.Event("Retro and health check", "2026-09-02T09:00:00", "ann@firm.example", "+ben@firm.example"));
        Assert.Equal("calendars, the mailbox of P1: meetings that fit two kinds equally, and count as neither: 1; give them the category of one", Assert.Single(_folder.Read().Reading("calendars").Notes));
    }

    [Fact]
    public void The_hash_is_of_what_was_recognised()
    {
        string? hash = _folder.With("ann@firm.example", Review).Read().Reading("calendars").Hash;
        Assert.Equal(hash, _folder.With("ann@firm.example", CalendarFolder.Event("Lunch", "2026-09-04T09:00:00", "ann@firm.example"), Review).Read().Reading("calendars").Hash);
        Assert.NotEqual(hash, _folder.With("ann@firm.example", Review, Talk).Read().Reading("calendars").Hash);
    }

    [Fact]
    public void A_booking_is_known_and_what_is_held_later_is_not_yet() =>
        Assert.Equal(["service review A1/ 2026-09-02 Accepted C1;P1;customer"], _folder.With("ann@firm.example", Review).Said(new LocalDate(2026, 9, 1)));
}
