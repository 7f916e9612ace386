using System.Text.Json.Nodes;
using Azure.Core;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Sources;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Policies.Grammar;
using Plumbline.Ingest.Tests.Calendars;
using Plumbline.Ingest.Tests.Exports;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Functions.Tests.Graph;

/// <summary>Two people of account A1, one of whom also works for A2, and what a reading of their calendars comes to.</summary>
internal static class GraphFirm
{
    public const string Ann = "ann@firm.example";
    public const string Ben = "ben@firm.example";

    public static readonly LocalDate Today = new(2026, 11, 20);

    public static readonly Policy Policy = PolicyFiles.Read(PolicyFolder.Shipped).Policy!;

    public static readonly JsonObject Review = CalendarFolder.Event("Service review", "2026-11-02T09:00:00", Ann, "+sponsor@redwood.example");
    public static readonly JsonObject Talk = CalendarFolder.Event("1:1", "2026-11-03T09:00:00", Ann, "+" + Ben);

    public static FakeClock Clock => FakeClock.At("2026-11-20T09:00:00Z");

    public static Snapshot Firm { get; } = new(new Register(
        [new(new("A1"), "Redwood") { CustomerDomains = ["redwood.example"] }, new(new("A2"), "Bluebell")], [],
        new[] { ("P1", Ann), ("P2", Ben) }.ToDictionary(p => new PersonId(p.Item1), p => new Person(new(p.Item1), p.Item1) { Email = p.Item2 }), new Dictionary<string, Contact>()))
    {
        Assignments = [Role("P1", "A1"), Role("P2", "A1"), Role("P2", "A2")],
        Readings = new[] { "accounts.csv", "people.csv", "roles.csv" }.ToDictionary(s => s, s => new SourceReading(s, ReadingState.Read)),
    };

    public static Assignment Role(string person, string account) => new(new(person), "x", new LocalDate(2026, 1, 1), null) { Account = new(account) };

    /// <summary>What one reading adds to the snapshot.</summary>
    public static async Task<SourceReading> ReadAsync(Uri address, TimeProvider? time = null, GraphLimits? limits = null, TokenCredential? credential = null, Snapshot? snapshot = null) =>
        (await AddAsync(address, time, limits, credential, snapshot)).Readings["calendars"];

    public static async Task<Snapshot> AddAsync(Uri address, TimeProvider? time = null, GraphLimits? limits = null, TokenCredential? credential = null, Snapshot? snapshot = null)
    {
        using var graph = new GraphCalendars(address, credential, Policy, time ?? new HurriedClock(Clock), limits);
        snapshot ??= Firm;
        GraphReading reading = await graph.ReadAsync(snapshot, Today, new Dictionary<PersonId, LocalDate>(), CancellationToken.None).WaitAsync(Patience.Limit);
        var now = graph.Recognise(reading, snapshot, Today);
        return graph.AddTo(snapshot, reading, now, now.Activities, Today);
    }

    /// <summary>Each activity as <c>kind account rung</c>.</summary>
    public static string[] Said(this Snapshot snapshot) => [.. snapshot.Activities.Select(a => $"{a.Kind} {a.Account} {a.Rung}").Order(StringComparer.Ordinal)];

    /// <summary>The accounts that faults name.</summary>
    public static string[] Accounts(this SourceReading reading) => [.. reading.Faults.Select(f => $"{f.Names.Account}")];
}
