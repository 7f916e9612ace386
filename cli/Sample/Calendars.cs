using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Cli.Sample;

/// <summary>The mailboxes of the firm: each meeting in that of everybody of the firm who was asked, the organiser's knowing who accepted.</summary>
internal static class Calendars
{
    private const string Extension = ".json";
    private const int FirstHour = 9;
    private const int LastHour = 15;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string folder, Firm firm)
    {
        Directory.CreateDirectory(folder);
        var people = firm.People.ToDictionary(person => person.Id);
        var events = from activity in ServiceReviews.All(firm).Concat(OneToOnes.All(firm)).Concat(Retrospectives.All(firm).Where(IsMet))
                     let asked = activity.Participants.Split(';')
                     let organiser = people[activity.Kind == "one-to-one" ? asked[1] : asked[0]]
                     from mailbox in asked.Where(id => people.ContainsKey(id) && id != OddMeetings.Unread(firm).Id)
                     select (Mailbox: people[mailbox], activity.On, Line: Event(firm, activity, asked, organiser, people[mailbox] == organiser));
        foreach (var mailbox in events.ToLookup(written => written.Mailbox))
        {
            var lines = mailbox.OrderBy(written => written.On).ThenBy(written => written.Line, StringComparer.Ordinal).Select(written => written.Line);
            File.WriteAllText(Path.Combine(folder, mailbox.Key.Email + Extension), $"{{\"value\":[\n{string.Join(",\n", lines)}\n]}}\n", new UTF8Encoding(false));
        }
    }

    /// <summary>A health check is answered by each for themselves, and entered in the register.</summary>
    public static bool IsMet(Activity activity) => activity.Kind != "squad health check";

    private static string Event(Firm firm, Activity activity, string[] asked, Person organiser, bool organisers)
    {
        string key = $"{activity.Kind}|{activity.Account?.Id}|{activity.Engagement?.Id}|{activity.Person?.Id}|{LocalDatePattern.Iso.Format(activity.On)}";
        int hour = firm.Dice($"hour {key}").Between(FirstHour, LastHour);
        string zone = OddMeetings.Zone(firm, activity);
        return new JsonObject
        {
            ["iCalUId"] = $"040000008200E00074C5B7101A82E008{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}",
            ["subject"] = Title(activity),
            ["sensitivity"] = "normal",
            ["type"] = "singleInstance",
            ["isAllDay"] = false,
            ["isCancelled"] = false,
            ["isOrganizer"] = organisers,
            ["originalStartTimeZone"] = "GMT Standard Time",
            ["categories"] = activity.Kind == "service review" ? new JsonArray("Service review") : [],
            ["start"] = Time(activity.On, hour, zone),
            ["end"] = Time(activity.On, hour + 1, zone),
            ["organizer"] = new JsonObject { ["emailAddress"] = Address(organiser.Name, organiser.Email) },
            ["attendees"] = new JsonArray([.. asked.Where(id => id != organiser.Id).Select(id => Attendee(firm, activity, id, organisers)).Concat(OddMeetings.AlsoInvited(firm, activity))]),
        }.ToJsonString(Plain);
    }

    private static string Title(Activity activity) => activity switch
    {
        { Kind: "service review", Account.Name: var account } => $"Service review: {account}",
        { Kind: "one-to-one", Person.Name: var person } => $"1:1 with {person}",
        _ => $"Retrospective: {activity.Engagement?.Name}",
    };

    // What others answered, only the organiser's copy knows.
    private static JsonObject Attendee(Firm firm, Activity activity, string id, bool organisers) => new()
    {
        ["type"] = "required",
        ["status"] = new JsonObject { ["response"] = !organisers ? "none" : activity.Evidence == Activity.Held ? "accepted" : "notResponded", ["time"] = "0001-01-01T00:00:00Z" },
        ["emailAddress"] = firm.People.FirstOrDefault(person => person.Id == id) is { } colleague
            ? Address(colleague.Name, colleague.Email)
            : Address("Customer", Contacts.Address(firm, activity.Account ?? throw new InvalidOperationException("a customer is an account's"), id)),
    };

    private static JsonObject Time(LocalDate day, int hour, string zone) => new() { ["dateTime"] = $"{LocalDatePattern.Iso.Format(day)}T{hour:00}:00:00.0000000", ["timeZone"] = zone };

    private static JsonObject Address(string name, string address) => new() { ["name"] = name, ["address"] = address };
}
