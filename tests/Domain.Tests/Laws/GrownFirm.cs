using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Record = Plumbline.Domain.Facts.Record;

namespace Plumbline.Domain.Tests.Laws;

/// <summary>A small firm grown from a number: two accounts and a handful of everything, most of it near the day judged.</summary>
internal sealed record GrownFirm(Snapshot Snapshot, LocalDate Today)
{
    /// <summary>Every kind of activity that a measure counts.</summary>
    public static readonly string[] Kinds = [.. Law.Policy.Measures.Select(m => m.Promise).OfType<Cadence>().SelectMany(c => c.Activities).Distinct(), "sales meeting", "delivery report-out"];

    private static readonly string[] Figures = ["satisfaction", "engagement score", "share who answered", "capabilities engaged", "cost"];

    private static readonly string[] Roles = ["account lead", "delivery lead", "technology lead", "delivery consultant", "core", "sales lead", "extended", "partner", "corporate"];
    private static readonly string[] Owed = ["milestone", "obligation", "risk", "issue", "action", "escalation", "open role"];
    private static readonly string[] Steps = ["checks", "clearance", "equipment", "roll-off plan", "offboarding"];
    private static readonly string[] States = ["open", "open", "paid", "draft", "void"];
    private static readonly string[] Files =
    [
        Sources.Accounts, Sources.Contacts, Sources.People, Sources.Engagements, Sources.Roles, Sources.Time, Sources.Expenses,
        Sources.Absences, Sources.Invoices, Sources.Documents, Sources.Activities, Sources.Items, Sources.Readings, Sources.Opportunities,
    ];

    /// <summary>Whether it is a step that is done for a person.</summary>
    public static bool IsStep(string kind) => Steps.Contains(kind);

    /// <param name="troubled">Whether some sources are old or missing, and some rows lost.</param>
    public static GrownFirm From(int seed, bool troubled = true)
    {
        var dice = new Dice(seed);
        LocalDate today = "2025-06-01".Day().PlusDays(dice.Up(500));
        var soil = new Soil(dice, today);
        AccountId[] accounts = [new("A1"), new("A2")];
        Engagement[] engagements = [.. Enumerable.Range(1, dice.Between(1, 4)).Select(i => soil.Engagement($"E{i}", dice.Of(accounts)))];
        Person[] people = [.. Enumerable.Range(1, 3).Select(i => soil.Person($"P{i}"))];
        var register = new Register([.. accounts.Select(soil.Account)], engagements, people.ToDictionary(p => p.Id),
            new Dictionary<string, Contact>
            {
                ["C1"] = new("C1", accounts[0], "sponsor", dice.Of<string?>([null, "Board"])), ["C2"] = new("C2", accounts[1], dice.Of<string?>([null, "finance"]), null),
            });
        var snapshot = new Snapshot(register)
        {
            Items = [.. soil.Items(engagements, people)],
            Activities = soil.Many(30, i => soil.Activity($"S{i}", accounts, engagements, people)),
            Assignments = [.. soil.Many(16, _ => soil.Assignment(engagements, accounts, people)), .. soil.Leads(accounts, people)],
            Records = [.. soil.Many(5, i => soil.Opportunity(i, accounts)).DistinctBy(r => (r.System, r.Id))],
            Work = [.. soil.Many(12, _ => soil.Work(engagements, people)).DistinctBy(w => (w.Person, w.Engagement, w.Week, w.Month))],
            Figures = soil.Many(8, _ => soil.Reading(engagements, accounts)),
        };
        if (dice.Chance(10) && engagements.FirstOrDefault(e => e.Account == accounts[1]) is { } busy)
            snapshot = soil.WithOneWhoWorksFourDays(snapshot, people[2].Id, busy);
        return new(snapshot with { Readings = soil.Readings(troubled, accounts, engagements, people) }, today);
    }

    /// <summary>What things grow from: dice, and the day they grow around.</summary>
    private sealed class Soil(Dice dice, LocalDate today)
    {
        public List<T> Many<T>(int most, Func<int, T> grow) => [.. Enumerable.Range(1, dice.Up(most)).Select(grow)];

        public Account Account(AccountId id) => new(id, "Account " + id)
        {
            Status = dice.Chance(90) ? "active" : "closed", Region = dice.Chance(50) ? dice.Of(Enum.GetValues<Region>()) : null,
            StartedOn = dice.Chance(80) ? today.PlusDays(-dice.Up(900)) : null, EndedOn = dice.Chance(10) ? Near() : null,
            Importance = dice.Of<string?>([null, "strategic", "strategic", "key", "standard"]), GrowthTarget = dice.Chance(50) ? dice.Up(20) : null, MarginTarget = dice.Chance(50) ? dice.Up(40) : null,
        };

        public Engagement Engagement(string id, AccountId account) => new(new(id), account, "Work " + id)
        {
            Status = dice.Chance(85) ? "active" : "closed", StartedOn = dice.Chance(85) ? today.PlusDays(dice.Between(-120, 30)) : null, EndedOn = dice.Chance(15) ? Near() : null,
            UpdatedOn = dice.Chance(80) ? Near() : null, Budget = dice.Chance(70) ? dice.Up(20) * 100 : null,
        };

        public Person Person(string id) => new(new(id), "Person " + id)
        {
            WeeklyHours = dice.Chance(90) ? dice.Of([20m, 37.5m, 40m]) : null, StartedOn = dice.Chance(30) ? Near() : null, EndedOn = dice.Chance(10) ? Near() : null,
            CareerLevel = dice.Of<string?>([null, "4", "8", "none"]), PeopleLead = dice.Chance(80) ? new PersonId("P1") : null,
        };

        public Assignment Assignment(Engagement[] engagements, AccountId[] accounts, Person[] people)
        {
            Engagement? engagement = dice.Chance(60) ? dice.Of(engagements) : null;
            return new(dice.Of(people).Id, dice.Of(Roles), dice.Chance(70) ? today.PlusDays(-dice.Up(500)) : null, dice.Chance(30) ? Near() : null)
            {
                Account = engagement?.Account ?? dice.Of(accounts), Engagement = engagement?.Id, System = dice.Of<string?>([null, null, null, "psa", "psa", "psa", "crm", "ledger"]),
                Opportunity = dice.Chance(20) ? "O1" : null, AnnouncedOn = dice.Chance(50) ? Near() : null, HandoverOn = dice.Chance(50) ? Near() : null,
            };
        }

        /// <summary>Of some accounts the lead changes, and every system knows.</summary>
        public IEnumerable<Assignment> Leads(AccountId[] accounts, Person[] people)
        {
            LocalDate day = today.PlusDays(-dice.Up(60));
            foreach (AccountId account in accounts.Where(_ => dice.Chance(30)))
                foreach (string system in new[] { "psa", "crm", "ledger" })
                {
                    yield return new(people[0].Id, "account lead", null, day.PlusDays(-1)) { Account = account, System = system };
                    yield return new(people[1].Id, "account lead", day, null) { Account = account, System = system, AnnouncedOn = day, HandoverOn = day.PlusDays(dice.Up(20)) };
                }
        }

        public Activity Activity(string id, AccountId[] accounts, Engagement[] engagements, Person[] people)
        {
            Engagement? engagement = dice.Chance(50) ? dice.Of(engagements) : null;
            return new(id, dice.Of(Kinds), Near(), dice.Of(Enum.GetValues<Rung>()), dice.Of<ImmutableArray<string>>([[], ["customer"], ["P1", "C1"], ["P2"], ["P1", "P2", "P3"], ["C2"], ["stranger"]]))
            {
                Account = engagement?.Account ?? (dice.Chance(80) ? dice.Of(accounts) : null), Engagement = engagement?.Id, Person = dice.Chance(60) ? dice.Of(people).Id : null,
            };
        }

        public Work Work(Engagement[] engagements, Person[] people)
        {
            LocalDate day = today.PlusDays(-dice.Up(90));
            bool approved = dice.Chance(60);
            decimal hours = dice.Of([-2m, 0m, 4m, 8m, 40m]);
            PersonId person = dice.Of(people).Id;
            EngagementId engagement = dice.Of(engagements).Id;
            bool billable = dice.Chance(80);
            int weekday = (int)day.DayOfWeek - 1;
            return new(person, engagement, IsoWeek.Of(day), day.ToYearMonth())
            {
                Days = [new((byte)weekday, weekday + (day.Day % 3), billable, (long)(hours * 1_000_000))],
                Hours = hours, BillableHours = billable ? hours : 0, DevelopmentHours = dice.Chance(30) ? hours : 0, Value = dice.Up(5) * 10_000, ValueIsWhole = dice.Chance(80), Currency = dice.Chance(95) ? "GBP" : "EUR",
                Entries = 1, NotApproved = approved ? 0 : 1, FirstDay = day, LastDay = day, Weekdays = (byte)(hours > 0 ? 1 << weekday : 0), LatestApproval = approved ? LocalDate.Min(today, day.PlusDays(dice.Up(14))) : null,
            };
        }

        /// <summary>Of that engagement's account the person alone, who works on four days of each of the last weeks.</summary>
        public Snapshot WithOneWhoWorksFourDays(Snapshot snapshot, PersonId person, Engagement engagement) => snapshot with
        {
            Assignments = [.. snapshot.Assignments.Where(a => a.Account != engagement.Account && a.Person != person), new(person, "delivery consultant", null, null) { Account = engagement.Account }],
            Work = [.. snapshot.Work.Where(w => w.Person != person), .. Enumerable.Range(1, 5).Select(week => FourDays(person, engagement.Id, today.PlusWeeks(-week)))],
        };

        private static Work FourDays(PersonId person, EngagementId engagement, LocalDate inWeek)
        {
            LocalDate monday = IsoWeek.Of(inWeek).Monday;
            return new(person, engagement, IsoWeek.Of(inWeek), monday.ToYearMonth())
            {
                Days = [.. Enumerable.Range(0, 4).Select(day => new DayHours((byte)day, day, true, 8_000_000))],
                Hours = 32, BillableHours = 32, Value = 100_000, ValueIsWhole = true, Currency = "GBP", Entries = 4, NotApproved = 0,
                FirstDay = monday, LastDay = monday.PlusDays(3), Weekdays = 0b1111, LatestApproval = monday.PlusDays(7),
            };
        }

        public Record Opportunity(int i, AccountId[] accounts) =>
            new(dice.Of(["crm", "psa"]), "opportunity", $"O{1 + (i / 2)}", ImmutableDictionary<string, string>.Empty.Add("stage", dice.Of(["won", "lost"])).Add("status", dice.Of(["open", "open", "closed"])))
            {
                Account = dice.Of(accounts), Value = dice.Chance(80) ? new Money(dice.Of([100, 105, 200]), dice.Chance(90) ? "GBP" : "EUR") : null, UpdatedOn = dice.Chance(80) ? Near() : null,
            };

        public Reading Reading(Engagement[] engagements, AccountId[] accounts)
        {
            Engagement? engagement = dice.Chance(20) ? dice.Of(engagements) : null;
            string figure = dice.Of(Figures);
            return new(figure, dice.Up(100) * (figure switch { "share who answered" => 1m, "cost" => 10m, _ => 0.1m }), Near()) { Account = engagement?.Account ?? dice.Of(accounts), Engagement = engagement?.Id };
        }

        public IEnumerable<Item> Items(Engagement[] engagements, Person[] people)
        {
            Item For(string kind, string id) => dice.Of(engagements) is var e ? new(kind, id) { Account = e.Account, Engagement = e.Id, Currency = dice.Chance(90) ? "GBP" : "EUR" } : null!;
            foreach (Item item in Many(6, i => For(ItemKinds.Invoice, $"INV-{i}")))
                yield return item with
                {
                    State = dice.Of(States), Total = dice.Between(-1, 6) * 10_000, Net = dice.Chance(50) ? dice.Between(-1, 6) * 9_000 : null, Outstanding = dice.Of<long?>([null, 0, 5_000]),
                    Period = dice.Chance(90) ? today.PlusMonths(-dice.Up(4)).ToYearMonth() : null, Days = Days(ItemDay.Raised, ItemDay.Due, ItemDay.Paid),
                };
            foreach (Item item in Many(4, i => For(ItemKinds.Expense, $"X{i}")))
                yield return item with { Person = dice.Of(people).Id, Total = 500, Days = Days(ItemDay.Submitted, ItemDay.Approved) };
            foreach (Item item in Many(4, i => For(ItemKinds.Document, $"D{i}")))
                yield return item with { Type = dice.Of(["sow", "sow", "msa", "ccsa", "nda", "account plan", "mission"]), Days = [.. Days(ItemDay.ReviewedByLegal, ItemDay.AgreedByBoard, ItemDay.SignedByAll, ItemDay.Recorded), .. Days(ItemDay.Starts, ItemDay.Ends)] };
            foreach (Item item in Many(8, i => For(dice.Of(Owed), $"T{i}")))
                yield return item with { Person = dice.Chance(50) ? dice.Of(people).Id : null, Days = Days(ItemDay.Anchor, ItemDay.Due, ItemDay.Done) };
            foreach (Item item in Many(6, i => For(dice.Of(Steps), $"U{i}")))
                yield return item with { Account = dice.Chance(70) ? item.Account : null, Person = dice.Of(people).Id, Days = Days(ItemDay.Done) };
            foreach (string step in dice.Chance(40) ? Steps : [])
                yield return new(step, $"V {step}") { Person = people[1].Id, Days = [(ItemDay.Done, today.PlusDays(-dice.Between(150, 250)))] };
            foreach (Item item in Many(3, i => new Item(ItemKinds.Invoice, $"OLD-{i}") { Account = dice.Of(engagements).Account, Currency = "GBP", State = "paid" }))
                yield return item with { Total = dice.Up(6) * 10_000, Days = [(ItemDay.Raised, today.PlusDays(-dice.Between(200, 700)))] };
            foreach (Item item in Many(3, i => For(ItemKinds.DataMapping, $"M{i}")))
                yield return item with { Days = Days(ItemDay.Done) };
            foreach (Item item in Many(3, i => new Item(ItemKinds.Absence, $"L{i}")))
                yield return item with { Person = dice.Of(people).Id, Days = Days(ItemDay.From, ItemDay.To, ItemDay.Requested, ItemDay.Decided) };
        }

        public Dictionary<string, SourceReading> Readings(bool troubled, AccountId[] accounts, Engagement[] engagements, Person[] people)
        {
            var readings = Files.ToDictionary(f => f, f => new SourceReading(f, ReadingState.Read));
            for (int i = 0; troubled && i < 2; i++)
            {
                string file = dice.Of(Files);
                readings[file] = dice.Up(4) switch
                {
                    0 => readings[file] with { AsOf = today.PlusDays(-dice.Up(10)) },
                    1 => readings[file] with { State = dice.Of(Enum.GetValues<ReadingState>()), Why = "so it came" },
                    2 => readings[file] with { Unmatched = new(3, []), Matched = new HashSet<AccountId> { accounts[0] } },
                    _ => readings[file] with { Faults = [new(file, 2, null, "line 2 cannot be read", true, Lost(accounts, engagements, people))] },
                };
            }
            return readings;
        }

        private Named Lost(AccountId[] accounts, Engagement[] engagements, Person[] people) => new()
        {
            Id = dice.Chance(50) ? "LOST" : null, Account = dice.Chance(60) ? dice.Of(accounts) : null, Engagement = dice.Chance(50) ? dice.Of(engagements).Id : null,
            Person = dice.Chance(50) ? dice.Of(people).Id : null, Day = dice.Chance(50) ? Near() : null, Kind = dice.Chance(50) ? dice.Of(Owed) : null,
        };

        private ImmutableArray<(ItemDay, LocalDate)> Days(params ItemDay[] names) => [.. names.Where(_ => dice.Chance(75)).Select(n => (n, Near()))];

        private LocalDate Near() => today.PlusDays(dice.Between(-100, 20));
    }
}
