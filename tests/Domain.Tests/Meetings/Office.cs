using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

/// <summary>A firm of four with two customers, its kinds of meeting, and the meetings that a test puts in its calendars.</summary>
internal static class Office
{
    public static readonly LocalDate Day = "2026-09-10".Day();

    public static readonly ImmutableArray<Matcher> Matchers =
    [
        new("service review") { Categories = ["service review"], WithCustomer = true, Titles = ["service review"] },
        new("one-to-one") { Categories = ["one-to-one"], Exactly = 2, NobodyFromOutside = true, Titles = ["1:1"] },
        new("retrospective") { Categories = ["retrospective"], NobodyFromOutside = true, Titles = ["retro"] },
        new("visit") { Titles = ["visit"] },
        new("squad health check") { NobodyFromOutside = true, Titles = ["health check"] },
    ];

    public static readonly Register Register = new(
        [
            new(new("A1"), "Redwood") { CustomerDomains = ["redwood.example", "shared.example"] },
            new(new("A2"), "Bluebell") { CustomerDomains = ["bluebell.example", "shared.example"] },
        ],
        [new(new("E1"), new("A1"), "Portal"), new(new("E2"), new("A1"), "Ledger"), new(new("E3"), new("A2"), "Till")],
        new[] { "P1", "P2", "P3", "P4" }.ToDictionary(p => new PersonId(p), p => new Person(new(p), p) { Email = $"{p}@firm.example" }),
        new Dictionary<string, Contact> { ["C1"] = new("C1", new("A1"), "sponsor", null) { Email = "sponsor@redwood.example" } });

    /// <summary>P1 leads both accounts; P2 works on E1 and E2, P3 on E1 until August, P4 on E3.</summary>
    public static readonly Assignment[] Assignments =
    [
        Role("P1", "A1", null), Role("P1", "A2", null), Role("P2", "A1", "E1"), Role("P2", "A1", "E2"), Role("P3", "A1", "E1"), Role("P4", "A2", "E3"),
    ];

    public static readonly AddressBook Book = new(Register);

    public static Assignment Role(string person, string account, string? engagement) =>
        new(new(person), "x", null, null) { Account = new(account), Engagement = engagement is null ? null : new(engagement) };

    /// <summary>As the organiser's mailbox shows it. An address with a + before it accepted, with a - declined; the first one organises.</summary>
    public static Meeting Meeting(string title, params string[] addresses) => new("m1", Day.At(new(9, 0)).InUtc().ToInstant(), Day, Day)
    {
        IsOrganisers = true,
        Title = title,
        Mailbox = Book.At(Full(addresses[0])).Person,
        Attendees = [.. addresses.Select((a, i) => new Attendee(Book.At(Full(a)), i == 0 || a[0] == '+' ? Answer.Accepted : a[0] == '-' ? Answer.Declined : Answer.None) { IsOrganiser = i == 0 })],
    };

    public static Recognition Recognise(string today, params Meeting[] meetings) => Recognise(today, [], meetings);

    /// <param name="read">Whose mailboxes were read whole, beside those that show the meetings.</param>
    public static Recognition Recognise(string today, string[] read, params Meeting[] meetings) =>
        new Recogniser(Matchers, Register, Assignments, today.Day()).Recognise(meetings, meetings.Select(m => m.Mailbox).OfType<PersonId>().Concat(read.Select(r => new PersonId(r))).ToHashSet());

    public static Recognition Recognise(params Meeting[] meetings) => Recognise("2026-09-30", meetings);

    /// <summary>Each activity as <c>kind account/engagement rung participants</c>.</summary>
    public static string[] Said(this Recognition recognition) =>
        [.. recognition.Activities.Select(a => $"{a.Kind} {a.Account}/{a.Engagement} {a.Rung} {string.Join(';', a.Participants)}")];

    private static string Full(string address) => address.TrimStart('+', '-') is var bare && bare.Contains('@') ? bare : $"{bare}@firm.example";
}
