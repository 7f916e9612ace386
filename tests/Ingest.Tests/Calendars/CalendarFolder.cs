using Plumbline.Domain.Measures;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Tests.Exports;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Ingest.Tests.Calendars;

/// <summary>A folder with the register of a small firm, and the calendars that a test writes.</summary>
internal sealed class CalendarFolder : IDisposable
{
    public static readonly LocalDate Today = new(2026, 9, 15);

    public CalendarFolder()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "calendars"));
        File.WriteAllText(System.IO.Path.Combine(Path, "accounts.csv"), "account_id,name,customer_domains,region,status,started_on,ended_on\nA1,Redwood,@Redwood.example; redwood-group.example,scotland,active,2026-06-01,\nA2,Bluebell,bluebell.example,scotland,active,2026-06-01,\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "people.csv"), "person_id,name,email,weekly_hours,started_on,ended_on\nP1,Ann,ann@firm.example,40,,\nP2,Ben,ben@firm.example,40,,\nP3,Cid,cid@firm.example,40,,\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "contacts.csv"), "contact_id,account_id,email,stakeholder_role,unit\nC1,A1,sponsor@redwood.example,sponsor,x\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "engagements.csv"), "engagement_id,account_id,name,status,started_on,ended_on\nE1,A1,Portal,active,2026-06-01,\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "roles.csv"), "system,account_id,engagement_id,person_id,role,from,to\npsa,A1,,P1,account lead,2026-06-01,\npsa,A1,E1,P2,delivery lead,2026-06-01,\npsa,A1,E1,P3,technology lead,2026-06-01,\npsa,A2,,P3,account lead,2026-06-01,\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "absences.csv"), "absence_id,person_id,kind,from,to,requested_on,decided_on\n");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("plumbline-calendars-").FullName;

    public CalendarFolder With(string mailbox, params JsonObject[] events) => With(mailbox, new JsonObject { ["value"] = new JsonArray([.. events.Select(e => e.DeepClone())]) }.ToJsonString());

    public CalendarFolder With(string mailbox, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "calendars", $"{mailbox}.json"), text);
        return this;
    }

    /// <summary>As Graph gives it. The first address organises; one with a + before it accepted.</summary>
    public static JsonObject Event(string title, string start, params string[] addresses) => new()
    {
        ["iCalUId"] = $"uid of {title} {start}",
        ["subject"] = title,
        ["sensitivity"] = "normal",
        ["isCancelled"] = false,
        ["start"] = Time(start),
        ["end"] = Time(start.Replace("T09:", "T10:", StringComparison.Ordinal)),
        ["isOrganizer"] = true,
        ["organizer"] = new JsonObject { ["emailAddress"] = Address(addresses[0]) },
        ["attendees"] = new JsonArray([.. addresses.Skip(1).Select(a => new JsonObject
        {
            ["type"] = "required",
            ["status"] = new JsonObject { ["response"] = a[0] == '+' ? "accepted" : "none" },
            ["emailAddress"] = Address(a),
        })]),
    };

    public Snapshot Read(LocalDate? today = null, CancellationToken cancellation = default)
    {
        var policy = PolicyFiles.Read(PolicyFolder.Shipped).Policy!;
        LocalDate day = today ?? Today;
        Snapshot plain = PlainFolder.Read(Path, day, _ => day, () => KnownWords.Common, null, default);
        return new CalendarFiles(policy.Meetings, DateTimeZoneProviders.Tzdb[policy.Clock.Zone]).AddTo(plain, Path, day, _ => day, cancellation);
    }

    /// <summary>Each activity as <c>kind account/engagement day rung participants</c>.</summary>
    public string[] Said(LocalDate? today = null) =>
        [.. Read(today).Activities.Select(a => $"{a.Kind} {a.Account}/{a.Engagement} {a.On:uuuu-MM-dd} {a.Rung} {string.Join(';', a.Participants)}").Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static JsonObject Time(string text) => new() { ["dateTime"] = $"{text}.0000000", ["timeZone"] = "UTC" };

    private static JsonObject Address(string address) => new() { ["name"] = "somebody", ["address"] = address.TrimStart('+') };
}
