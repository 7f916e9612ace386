using System.Text.Json.Nodes;
using Plumbline.Ingest.Tests.Calendars;

namespace Plumbline.Cli.Tests.Check;

/// <summary>Verdicts that rest on one lead's mailbox: what its copies show, what they cannot show, and what was exported wrongly.</summary>
public sealed class CalendarEvidenceTests : IDisposable
{
    private const string Lead = "ann@firm.example";
    private const string Customer = "sponsor@redwood.example";

    private readonly CalendarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("accepted")]
    [InlineData("declined")] // the review needs the customer, and nobody else
    public void A_customer_who_organises_was_there(string leads)
    {
        _folder.With(Lead, Attendees("2026-08-12", Customer, leads, Lead));
        Assert.Equal("A1 2026-08 met", Of("2026-08"));
    }

    [Fact]
    public void What_a_colleague_organises_is_unknown_while_the_colleagues_mailbox_is_not_there()
    {
        JsonObject copy = Attendees("2026-08-12", "ben@firm.example", "accepted", Lead, Customer);
        _folder.With(Lead, copy);
        Assert.Equal("A1 2026-08 unknown: source_missing", Of("2026-08"));
        Assert.Contains("calendars: the service review of 12 August 2026 is organised by Ben (P2), whose mailbox was not read", Check("text").Output, StringComparison.Ordinal);

        _folder.With("ben@firm.example", CalendarFolder.Event("Service review", "2026-08-12T09:00:00", "ben@firm.example", "+" + Lead, "+" + Customer));
        Assert.Equal("A1 2026-08 met", Of("2026-08"));
        // A mailbox that was read and does not show it leaves nothing to hope for.
        _folder.With("ben@firm.example");
        Assert.Equal("A1 2026-08 breached", Of("2026-08"));
        _folder.With("ben@firm.example", "{");
        Assert.StartsWith("A1 2026-08 unknown", Of("2026-08"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"value": [], "@odata.nextLink": "https://graph.example/next"}""")]
    [InlineData("""[{"type": "seriesMaster"}]""")]
    public void A_mailbox_exported_in_another_way_is_unknown(string text)
    {
        _folder.With(Lead, text);
        Assert.Equal(["A1 2026-06 unknown: rows_quarantined", "A1 2026-07 unknown: rows_quarantined", "A1 2026-08 unknown: rows_quarantined", "A1 2026-09 not due"], All()[..4]);
        Assert.Contains("export calendarView", Check("json").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("isCancelled", true)]
    [InlineData("sensitivity", "private")]
    public void A_meeting_that_counts_for_nothing_is_unknown_without_the_field_that_says_so(string field, object value)
    {
        JsonObject review = CalendarFolder.Event("Service review", "2026-08-12T09:00:00", Lead, "+" + Customer);
        review[field] = JsonValue.Create(value);
        _folder.With(Lead, review);
        Assert.Equal("A1 2026-08 breached", Of("2026-08"));
        review.Remove(field);
        _folder.With(Lead, review);
        Assert.Equal("A1 2026-08 unknown: rows_quarantined", Of("2026-08"));
        Assert.Contains($"value[0]: {field} is missing", Check("text").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-08-12", "breached", "unknown: rows_quarantined")]
    [InlineData("2026-08-01", "unknown: rows_quarantined", "unknown: rows_quarantined")] // it may have been the day before
    [InlineData("2026-07-31", "unknown: rows_quarantined", "unknown: rows_quarantined")]
    [InlineData("2026-08-31", "breached", "unknown: rows_quarantined")]
    [InlineData("2026-09-02", "breached", "breached")]
    public void A_zone_nobody_knows_touches_the_day_and_its_neighbours_alone(string day, string july, string august)
    {
        JsonObject review = CalendarFolder.Event("Service review", day + "T09:00:00", Lead, "+" + Customer);
        review["start"]!["timeZone"] = "Customized Time Zone";
        _folder.With(Lead, review);
        Assert.Equal(["A1 2026-06 breached", $"A1 2026-07 {july}", $"A1 2026-08 {august}", "A1 2026-09 not due"], All()[..4]);
    }

    [Theory]
    [InlineData("2026-09-10", "unknown: rows_quarantined")]
    [InlineData("2026-06-20", "breached")] // a retrospective on that day would be too old by now
    public void A_zone_nobody_knows_touches_what_rolls_only_where_that_day_would_still_count(string day, string expected)
    {
        JsonObject retro = CalendarFolder.Event("Portal retro", day + "T09:00:00", "ben@firm.example", "+cid@firm.example");
        retro["start"]!["timeZone"] = "Customized Time Zone";
        _folder.With("ben@firm.example", retro);
        Assert.Equal($"E1  {expected}", Assert.Single(Check("json").Of("retrospective")));
    }

    [Theory]
    [InlineData("room.4@redwood.example", "a room of the customer's")]
    [InlineData("/O=EXCHANGELABS/CN=RECIPIENTS/CN=SPONSOR", "somebody without an e-mail address")]
    public void Who_counts_as_nobody_present_is_said_in_the_evidence(string address, string who)
    {
        _folder.With(Lead, CalendarFolder.Event("Service review", "2026-08-12T09:00:00", Lead, "+" + address));
        Assert.Equal("A1 2026-08 breached", Of("2026-08"));
        Assert.Contains($" One is in a calendar on 12 August 2026, but {who} counts as nobody present.", Check("text").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_uid_on_two_days_keeps_two_months()
    {
        JsonObject july = CalendarFolder.Event("Service review", "2026-07-15T09:00:00", Lead, "+" + Customer), august = CalendarFolder.Event("Service review", "2026-08-12T09:00:00", Lead, "+" + Customer);
        (july["iCalUId"], august["iCalUId"]) = ("one for the series", "one for the series");
        _folder.With(Lead, july, august);
        Assert.Equal(["A1 2026-06 met late", "A1 2026-07 met", "A1 2026-08 met"], All()[..3]);
    }

    [Fact]
    public void A_moved_meeting_counts_on_its_new_day_whatever_another_mailbox_still_shows()
    {
        JsonObject moved = CalendarFolder.Event("Service review", "2026-08-12T09:00:00", Lead, "+ben@firm.example", "+" + Customer), old = CalendarFolder.Event("Service review", "2026-07-15T09:00:00", Lead, "+ben@firm.example");
        (old["iCalUId"], old["isOrganizer"]) = (moved["iCalUId"]!.GetValue<string>(), false);
        _folder.With(Lead, moved).With("ben@firm.example", old);
        Assert.Equal(["A1 2026-07 met late", "A1 2026-08 met"], All()[1..3]);
    }

    /// <summary>The lead's copy of a meeting that another organises: it shows the lead's answer and nobody else's.</summary>
    private static JsonObject Attendees(string day, string organiser, string response, params string[] invited)
    {
        JsonObject copy = CalendarFolder.Event("Service review", day + "T09:00:00", [organiser, .. invited]);
        copy["isOrganizer"] = false;
        copy["responseStatus"] = new JsonObject { ["response"] = response };
        return copy;
    }

    private string[] All() => Check("json").Of("service-review");

    private string Of(string month) => Assert.Single(All(), f => f.StartsWith($"A1 {month}", StringComparison.Ordinal));

    private CheckOutcome Check(string format) => CheckedFolder.Run("check", _folder.Path, "--as-of", "2026-09-15", "--format", format);
}
