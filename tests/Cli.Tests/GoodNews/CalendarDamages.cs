using System.Text.Json.Nodes;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>What may happen to a mailbox's file without a valid statement in it.</summary>
internal static class CalendarDamages
{
    private const string Gibberish = "?!";

    private static readonly string[] Fields =
        ["start", "end", "isAllDay", "isCancelled", "isOrganizer", "type", "categories", "organizer", "attendees"];

    private static readonly string[] Needed = ["iCalUId", "start", "end", "isAllDay", "isCancelled", "isOrganizer", "type", "sensitivity", "subject", "categories", "organizer", "attendees"];

    /// <summary>A missing one shows by the meetings of its person that other mailboxes have; what it alone has leaves no trace.</summary>
    public static IEnumerable<Damage> OfFile(SampleMailbox mailbox) =>
    [
        new("with a byte that is no text", mailbox.Name, "calendars", [.. mailbox.Bytes(), 0xFF]), new("cut off", mailbox.Name, "calendars", mailbox.Bytes()[..^3]),
        new("one page of several", mailbox.Name, "calendars", mailbox.Page()), new("missing", mailbox.Name, "calendars", null),
    ];

    /// <summary>The event with each of its fields made unreadable, or left out.</summary>
    public static IEnumerable<Damage> OfEvent(SampleMailbox mailbox, int place)
    {
        Damage Of(string what, Action<JsonObject> change) => new($"value[{place}] {what}", mailbox.Name, "calendars", mailbox.With(place, change));
        foreach (string field in Fields)
            yield return Of($"with {field} unreadable", e => e[field] = Gibberish);
        foreach (string field in Needed)
            yield return Of($"without {field}", e => e.Remove(field));
        foreach (string side in new[] { "start", "end" })
            foreach (string field in new[] { "dateTime", "timeZone" })
            {
                yield return Of($"with {side}.{field} unreadable", e => e[side]![field] = Gibberish);
                yield return Of($"without {side}.{field}", e => e[side]!.AsObject().Remove(field));
            }
        yield return Of("with answers unreadable", e => Attendees(e, a => a["status"] = new JsonObject { ["response"] = Gibberish }));
        yield return Of("without answers", e => Attendees(e, a => a.Remove("status")));
        yield return Of("with attendees without an address", e => Attendees(e, a => a.Remove("emailAddress")));
    }

    private static void Attendees(JsonObject written, Action<JsonObject> change)
    {
        foreach (JsonNode? attendee in written["attendees"]!.AsArray())
            change(attendee!.AsObject());
    }
}
