using System.Text.Json.Nodes;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Calendars;

namespace Plumbline.Ingest.Tests.Calendars;

/// <summary>What exports of calendars get wrong: pages that are missing, series in place of meetings, zones nobody knows, attendees who are nobody.</summary>
public sealed class CalendarExportTests : IDisposable
{
    private static readonly JsonObject Review = CalendarFolder.Event("Service review", "2026-09-02T09:00:00", "ann@firm.example", "+sponsor@redwood.example");

    private readonly CalendarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_of_several_is_refused()
    {
        _folder.With("ann@firm.example", new JsonObject { ["value"] = new JsonArray(Review.DeepClone()), ["@odata.nextLink"] = "https://graph.example/next" }.ToJsonString());
        Assert.Empty(_folder.Said());
        Assert.Equal(("calendars, the file of P1: more pages follow, by its '@odata.nextLink'; export calendarView with all its pages in one array 'value'", null), Faulty());
    }

    [Theory]
    [InlineData("type", "\"seriesMaster\"")]
    [InlineData("recurrence", "{\"pattern\": {}}")]
    public void Series_in_place_of_their_meetings_are_refused(string field, string value)
    {
        var series = (JsonObject)Review.DeepClone();
        series[field] = JsonNode.Parse(value);
        Assert.Empty(_folder.With("ann@firm.example", Review, series).Said());
        Assert.Equal(("calendars, the file of P1, value[1]: it stands for a series, whose meetings /events does not list; export calendarView, which has each meeting by itself", null), Faulty());
    }

    [Theory]
    [InlineData("isCancelled", false)] // it may have been cancelled
    [InlineData("isCancelled", true)]
    [InlineData("sensitivity", false)] // its title may be private
    [InlineData("sensitivity", true)]
    public void An_event_without_a_field_that_Graph_always_gives_is_a_fault_of_its_day(string field, bool isNull)
    {
        var review = (JsonObject)Review.DeepClone();
        review.Remove(field);
        if (isNull)
            review[field] = null;
        Assert.Equal(($"calendars, the file of P1, value[0]: {field} is missing, which Graph gives unless $select leaves it out; export events with isCancelled and sensitivity", new LocalDate(2026, 9, 2)), Faulty(review));
    }

    [Fact]
    public void An_occurrence_of_a_series_is_a_meeting()
    {
        var occurrence = (JsonObject)Review.DeepClone();
        occurrence["type"] = "occurrence";
        occurrence["recurrence"] = null;
        Assert.Single(_folder.With("ann@firm.example", occurrence).Said());
    }

    [Theory]
    [InlineData("Customized Time Zone")]
    [InlineData("tzone://Microsoft/Custom")]
    [InlineData("Kamchatka Standard Time")]
    [InlineData("Mid-Atlantic Standard Time")]
    [InlineData("")]
    public void An_event_in_a_zone_nobody_knows_is_a_fault_of_its_day(string zone)
    {
        (string message, LocalDate? day) = Faulty(In(zone));
        Assert.Equal(($"calendars, the file of P1, value[0]: start is in the time zone '{zone}', which is neither an IANA name nor a Windows name that is known; export it in UTC, or mend the time zone of the meeting",
            new LocalDate(2026, 9, 2)), (message, day));
    }

    [Theory]
    [InlineData("GMT Standard Time")]
    [InlineData("gmt standard time")]
    [InlineData("Russia Time Zone 11")] // what Kamchatka is called today
    [InlineData("Central European Standard Time")]
    [InlineData("UTC-02")]
    [InlineData("Europe/Dublin")]
    [InlineData("tzone://Microsoft/Utc")]
    public void A_zone_that_Windows_or_IANA_names_is_known(string zone) => Assert.Single(_folder.With("ann@firm.example", In(zone)).Said());

    [Fact]
    public void Every_name_that_CLDR_maps_is_known() =>
        Assert.All(NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.WindowsMapping.MapZones.Select(z => z.WindowsId), name => Assert.NotNull(EventTime.ZoneOf(name)));

    [Fact]
    public void A_whole_day_is_itself_in_whatever_zone()
    {
        JsonObject review = In("Customized Time Zone");
        review["isAllDay"] = true;
        (review["start"]!["dateTime"], review["end"]!["dateTime"]) = ("2026-09-02T00:00:00.0000000", "2026-09-03T00:00:00.0000000");
        Assert.Equal(["service review A1/ 2026-09-02 Held C1;P1"], _folder.With("ann@firm.example", review).Said());
        // In UTC it begins at another hour, which only the zone in which it was written can turn into a day.
        (review["start"]!["dateTime"], review["end"]!["dateTime"]) = ("2026-09-01T23:00:00.0000000", "2026-09-02T23:00:00.0000000");
        (review["start"]!["timeZone"], review["end"]!["timeZone"], review["originalStartTimeZone"]) = ("UTC", "UTC", "tzone://Microsoft/Custom");
        Assert.Contains("the time zone 'tzone://Microsoft/Custom'", Faulty(review).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_uid_on_two_days_is_two_meetings()
    {
        var later = (JsonObject)Review.DeepClone();
        (later["start"]!["dateTime"], later["end"]!["dateTime"]) = ("2026-09-09T09:00:00", "2026-09-09T10:00:00");
        Assert.Equal(["service review A1/ 2026-09-02 Held C1;P1", "service review A1/ 2026-09-09 Held C1;P1"], _folder.With("ann@firm.example", Review, later).Said());
    }

    [Theory]
    [InlineData("/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=SPONSOR", "sponsor", LeftOut.Unnamed)]
    [InlineData("IMCEAEX-_o=Redwood_ou=First_cn=sponsor@redwood.example", "sponsor", LeftOut.Unnamed)]
    [InlineData(null, "sponsor", LeftOut.Unnamed)]
    [InlineData("room.4@redwood.example", "somebody", LeftOut.CustomerRoom)]
    [InlineData("4th-floor@redwood.example", "Meeting room 4", LeftOut.CustomerRoom)]
    [InlineData("oak@redwood.example", "Oak", LeftOut.CustomerRoom)] // where the event takes place
    public void Who_has_no_address_and_what_is_a_room_are_nobody_present(string? address, string name, LeftOut leftOut)
    {
        var review = (JsonObject)Review.DeepClone();
        review["location"] = new JsonObject { ["displayName"] = "oak" };
        review["attendees"]![0]!["emailAddress"] = new JsonObject { ["name"] = name, ["address"] = address };
        Activity only = Assert.Single(_folder.With("ann@firm.example", review).Read().Activities);
        Assert.Equal((Rung.Scheduled, "P1", leftOut), (only.Rung, string.Join(';', only.Participants), only.LeftOut));
    }

    [Fact]
    public void Somebody_of_the_register_is_no_room_whatever_they_are_called()
    {
        var review = (JsonObject)Review.DeepClone();
        review["attendees"]![0]!["emailAddress"]!["name"] = "Room";
        Assert.Equal(["service review A1/ 2026-09-02 Held C1;P1"], _folder.With("ann@firm.example", review).Said());
    }

    private static JsonObject In(string zone)
    {
        var review = (JsonObject)Review.DeepClone();
        (review["start"]!["timeZone"], review["end"]!["timeZone"]) = (zone, zone);
        return review;
    }

    private (string Message, LocalDate? Day) Faulty(params JsonObject[] events)
    {
        if (events.Length > 0)
            Assert.Empty(_folder.With("ann@firm.example", events).Said());
        Fault fault = Assert.Single(_folder.Read().Readings["calendars"].Faults);
        return (fault.Message, fault.Names.Day);
    }
}
