using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Record = Plumbline.Domain.Facts.Record;

namespace Plumbline.Domain.Tests;

/// <summary>
/// A small firm in a few lines. Every source was read in full and stands as of the end of the day judged, until the test says
/// otherwise. The account is A1, the engagement E1, the money pounds, where a test does not name them.
/// </summary>
internal sealed class Firm
{
    private static readonly string[] Files =
    [
        Sources.Accounts, Sources.Contacts, Sources.People, Sources.Engagements, Sources.Roles, Sources.Time, Sources.Expenses,
        Sources.Absences, Sources.Invoices, Sources.Documents, Sources.Activities, Sources.Items, Sources.Readings, Sources.Opportunities,
    ];

    private readonly List<Account> _accounts = [];
    private readonly List<Engagement> _engagements = [];
    private readonly Dictionary<PersonId, Person> _people = [];
    private readonly Dictionary<string, Contact> _contacts = [];
    private readonly List<Item> _items = [];
    private readonly List<Activity> _activities = [];
    private readonly List<Assignment> _assignments = [];
    private readonly List<Record> _records = [];
    private readonly List<Reading> _figures = [];
    private readonly List<Work> _work = [];
    private readonly Dictionary<string, SourceReading> _readings = Files.ToDictionary(f => f, f => new SourceReading(f, ReadingState.Read));

    public Policy Policy { get; init; } = Policies.Shipped;

    public Firm Account(string id = "A1", string? from = "2020-01-01", string? to = null, string? status = "active", Region? region = null,
        string? importance = null, decimal? growth = null, decimal? margin = null)
    {
        _accounts.Add(new(new(id), "Northwind")
        {
            Status = status, StartedOn = from.DayOrNone(), EndedOn = to.DayOrNone(), Region = region, Importance = importance, GrowthTarget = growth, MarginTarget = margin,
        });
        return this;
    }

    public Firm Engagement(string id = "E1", string? from = "2026-01-05", string? to = null, string? status = "active", string account = "A1", string? updated = null, decimal? budget = null)
    {
        _engagements.Add(new(new(id), new(account), "Portal rebuild") { Status = status, StartedOn = from.DayOrNone(), EndedOn = to.DayOrNone(), UpdatedOn = updated.DayOrNone(), Budget = budget });
        return this;
    }

    public Firm Person(string id = "P1", decimal? hours = 40, string? from = null, string? to = null, string? level = null, string? lead = null)
    {
        _people[new(id)] = new(new(id), "Ada " + id) { WeeklyHours = hours, CareerLevel = level, PeopleLead = lead is null ? null : new PersonId(lead), StartedOn = from.DayOrNone(), EndedOn = to.DayOrNone() };
        return this;
    }

    public Firm Contact(string id, string account = "A1", string? role = null, string? unit = null)
    {
        _contacts[id] = new(id, new(account), role, unit);
        return this;
    }

    public Firm Assigned(string person, string role = "delivery consultant", string? from = null, string? to = null, string? on = null, string? account = "A1", string? system = null,
        string? pursuit = null, string? announced = null, string? handover = null)
    {
        _assignments.Add(new(new(person), role, from.DayOrNone(), to.DayOrNone()) 
        {
            Account = account is null ? null : new AccountId(account), Engagement = on is null ? null : new EngagementId(on), System = system, Opportunity = pursuit,
            AnnouncedOn = announced.DayOrNone(), HandoverOn = handover.DayOrNone(),
        });
        return this;
    }

    /// <summary>One entry of time, with what it is worth in pence where it says so.</summary>
    public Firm Worked(string day, decimal hours = 8, decimal? billable = null, long? pence = null, string? approved = null, string person = "P1", string on = "E1", string? currency = "GBP", decimal development = 0, string? submitted = null)
    {
        LocalDate date = day.Day(), monday = IsoWeek.Of(date).Monday;
        DayHours Hours(decimal some, bool isBillable) => new((byte)((int)date.DayOfWeek - 1), Period.DaysBetween(monday, submitted?.Day() ?? date), isBillable, (long)(some * 1_000_000));
        _work.Add(new(new(person), new(on), IsoWeek.Of(date), date.ToYearMonth())
        {
            Hours = hours, BillableHours = billable ?? hours, DevelopmentHours = development, Value = pence ?? 0, ValueIsWhole = pence is not null || billable == 0, Currency = currency, Entries = 1,
            NotApproved = approved is null ? 1 : 0, FirstDay = date, LastDay = date, Weekdays = (byte)(hours > 0 ? 1 << ((int)date.DayOfWeek - 1) : 0),
            LatestApproval = approved.DayOrNone(), Days = [Hours(billable ?? hours, true), Hours(hours - (billable ?? hours), false)],
        });
        return this;
    }

    public Firm Invoice(string id = "INV-1", string? raised = "2026-07-15", string? due = "2026-08-14", long? total = 240_000, long? net = null, long? outstanding = null,
        string? paid = null, string? period = null, string? state = "open", string currency = "GBP", string? on = "E1", bool disputed = false) => Add(
        new Item(ItemKinds.Invoice, id)
        {
            Account = new("A1"), Engagement = on is null ? null : new EngagementId(on), State = state, Total = total, Net = net, Outstanding = outstanding,
            Currency = currency, Period = period?.Month(), Disputed = disputed, Days = Days((ItemDay.Raised, raised), (ItemDay.Due, due), (ItemDay.Paid, paid)),
        });

    public Firm Expense(string id = "X1", string? submitted = "2026-09-02", string? approved = null, string person = "P1", string on = "E1") => Add(
        new Item(ItemKinds.Expense, id)
        {
            Account = new("A1"), Engagement = new(on), Person = new(person), Total = 8_450, Currency = "GBP",
            Days = Days((ItemDay.Submitted, submitted), (ItemDay.Approved, approved)),
        });

    public Firm Absent(string person, string from, string to, string? decided, string? requested = null) => Add(
        new Item(ItemKinds.Absence, $"{person}-{from}") { Person = new(person), Days = Days((ItemDay.From, from), (ItemDay.To, to), (ItemDay.Requested, requested), (ItemDay.Decided, decided)) });

    /// <summary>A row of items.csv.</summary>
    public Firm Owed(string kind, string? due = null, string? done = null, string? raised = null, string? person = null, string? on = null, string? account = "A1", string id = "T1") => Add(
        new Item(kind, id)
        {
            Account = account is null ? null : new AccountId(account), Engagement = on is null ? null : new EngagementId(on), Person = person is null ? null : new PersonId(person),
            Days = Days((ItemDay.Anchor, raised), (ItemDay.Due, due), (ItemDay.Done, done)),
        });

    public Firm Document(string id, string? legal, string? board, string? signed, string? recorded, string type = "sow", string? on = "E1", string? starts = null, string? ends = null) => Add(
        new Item(ItemKinds.Document, id)
        {
            Account = new("A1"), Engagement = on is null ? null : new EngagementId(on), Type = type,
            Days = Days((ItemDay.ReviewedByLegal, legal), (ItemDay.AgreedByBoard, board), (ItemDay.SignedByAll, signed), (ItemDay.Recorded, recorded), (ItemDay.Starts, starts), (ItemDay.Ends, ends)),
        });

    public Firm DataMapping(string? done, string id = "M1", string on = "E1") => Add(
        new Item(ItemKinds.DataMapping, id) { Account = new("A1"), Engagement = new(on), Days = Days((ItemDay.Done, done)) });

    public Firm Held(string kind, string on, Rung rung = Rung.Held, string[]? by = null, string? person = null, string? engagement = null, string? account = "A1", Doubt? doubt = null, LeftOut leftOut = LeftOut.None)
    {
        _activities.Add(new($"{kind} {_activities.Count}", kind, on.Day(), rung, [.. by ?? []])
        {
            Account = account is null ? null : new AccountId(account), Person = person is null ? null : new PersonId(person),
            Engagement = engagement is null ? null : new EngagementId(engagement), Doubt = doubt, Organiser = doubt == Doubt.OrganiserNotRead ? new PersonId("P9") : null, LeftOut = leftOut,
        });
        return this;
    }

    public Firm Opportunity(string system, string id = "O1", string stage = "proposal", long? pence = 1_000_000, string currency = "GBP", string? account = "A1", string status = "open", string? updated = null)
    {
        _records.Add(new(system, "opportunity", id, ImmutableDictionary<string, string>.Empty.Add("stage", stage).Add("status", status))
        {
            Account = account is null ? null : new AccountId(account), Value = pence is { } minor ? new Money(minor, currency) : null, UpdatedOn = updated.DayOrNone(),
        });
        return this;
    }

    public Firm Read(string figure, decimal value, string asOf, string? account = "A1", string? on = null, string? person = null)
    {
        _figures.Add(new(figure, value, asOf.Day())
        {
            Account = account is null ? null : new AccountId(account), Engagement = on is null ? null : new EngagementId(on), Person = person is null ? null : new PersonId(person),
        });
        return this;
    }

    public Firm Add(Item item)
    {
        _items.Add(item);
        return this;
    }

    public Firm Without(string source)
    {
        _readings.Remove(source);
        return this;
    }

    public Firm Source(string source, Func<SourceReading, SourceReading> change)
    {
        _readings[source] = change(_readings.GetValueOrDefault(source) ?? new(source, ReadingState.Read));
        return this;
    }

    /// <summary>A row of the source was quarantined; with a column, only that value of it.</summary>
    public Firm Lost(string source, Named names, string? column = null) => Source(source, r => r with
    {
        Faults = r.Faults.Add(new(source, r.Faults.Length + 2, column, $"{source} line {r.Faults.Length + 2} cannot be read", column is null, names)),
    });

    public Snapshot Snapshot(LocalDate today) => new(new Register(_accounts, _engagements, _people, _contacts))
    {
        Items = _items, Activities = _activities, Assignments = _assignments, Records = _records, Work = _work, Figures = _figures,
        Readings = _readings.ToDictionary(r => r.Key, r => r.Value.AsOf is null ? r.Value with { AsOf = today } : r.Value),
    };

    /// <summary>What the measure says of every account on that day.</summary>
    public Finding[] Judge(string measure, string day) =>
        [.. Views.Of(Snapshot(day.Day()), Policy, day.Day()).SelectMany(Evaluation.Judge).Where(f => f.Measure == measure)];

    public Finding Only(string measure, string day) => Assert.Single(Judge(measure, day));

    private static ImmutableArray<(ItemDay, LocalDate)> Days(params (ItemDay Name, string? On)[] days) =>
        [.. from day in days where day.On is not null select (day.Name, day.On.Day())];
}
