using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Populations;
using Plumbline.Domain.Time;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>A firm small enough to be read in a test: accounts with a lead, invoices, and a review a month. Tests change it between runs.</summary>
internal sealed class SmallFirm
{
    public const string LeadsName = "Wilhelmina Zwicky";

    public static readonly LocalDate Start = new(2026, 10, 5);

    public List<Account> Accounts { get; init; } = [Active("A1"), Active("A2")];

    public List<Item> Invoices { get; init; } = [];

    public List<Activity> Reviews { get; } = [];

    public List<Assignment> Roles { get; } = [];

    public List<Person> People { get; } = [Somebody("P1"), Somebody("P2")];

    /// <summary>Readings that a test gives in place of the firm's own.</summary>
    public Dictionary<string, SourceReading> Instead { get; } = [];

    public Policy Policy { get; set; } = new([AgedDebt, AccountLead, ServiceReview], Clock, "policy-1");

    public static FirmClock Clock { get; } = new("Europe/London", Region.EnglandAndWales, [HolidayCalendar.None, HolidayCalendar.None, HolidayCalendar.None], [], 1);

    public static Measure AgedDebt { get; } = new("no-aged-debt", "No debt is more than 30 days overdue", Domain.Measures.Populations.Invoices.Word,
        new Deadline(new([Paid.Word]), new(30, SpanUnit.Days), false, DueDate.Word))
    {
        Warn = new(7, SpanUnit.Days), Severity = Severity.High, RollUp = "ageing", AlertOnOld = true, Source = "IW",
    };

    public static Measure AccountLead { get; } = new("one-account-lead", "Each account has one lead", Domain.Measures.Populations.Accounts.Word,
        new Coverage(["account lead"], 1, true) { In = "psa" });

    public static Measure ServiceReview { get; } = new("service-review", "A service review is held every month", Domain.Measures.Populations.Accounts.Word,
        new Cadence(["service review"]) { Period = Every.Month }) { Warn = new(5, SpanUnit.WorkingDays) };

    private static Person Somebody(string id) => new(new(id), LeadsName) { Email = $"{id}@example.test" };

    public static Account Active(string id) => new(new(id), $"Customer {id}") { Status = "active", StartedOn = Start, Region = Region.Scotland };

    public static Item Invoice(string id, LocalDate due, string account = "A1") => new(ItemKinds.Invoice, id)
    {
        Account = new(account), State = "open", Currency = "GBP", Total = 120_00, Net = 100_00, Outstanding = 120_00,
        Days = [(ItemDay.Raised, due.PlusDays(-30)), (ItemDay.Due, due)],
    };

    public static Assignment Lead(string account, string person = "P1") => new(new(person), "account lead", Start, null) { Account = new(account), System = "psa" };

    public static Activity Review(string account, LocalDate on) => new($"{account}-{on}", "service review", on, Rung.Held, []) { Account = new(account) };

    /// <summary>Accounts with one lead each and a review this month, so that only what a test adds is wrong.</summary>
    public SmallFirm InOrder(LocalDate month)
    {
        Roles.AddRange(Accounts.Select(a => Lead(a.Id.Value)));
        Reviews.AddRange(Accounts.Select(a => Review(a.Id.Value, month)));
        return this;
    }

    public void Change(string invoice, Func<Item, Item> how) => Invoices[Invoices.FindIndex(i => i.Id == invoice)] = how(Invoices.Single(i => i.Id == invoice));

    public Snapshot Read(LocalDate today, CancellationToken cancellationToken) => new(new Register(
        [.. Accounts], [], People.ToDictionary(p => p.Id), new Dictionary<string, Contact>()))
    {
        Items = [.. Invoices],
        Activities = [.. Reviews],
        Assignments = [.. Roles],
        Readings = new[]
        {
            Reading(Names.Accounts, today, Accounts, null),
            Reading(Names.Invoices, today, Invoices.Select(i => (i, string.Join(",", i.Days))), [.. Invoices.Select(i => i.Id)]),
            Reading(Names.Activities, today, Reviews, null),
            Reading(Names.Roles, today, Roles, null),
        }.Select(r => Instead.GetValueOrDefault(r.Source, r)).ToDictionary(r => r.Source),
    };

    private static SourceReading Reading<T>(string source, LocalDate today, IEnumerable<T> rows, HashSet<string>? ids) => new(source, ReadingState.Read)
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", rows)))),
        AsOf = today, Rows = rows.Count(), Ids = ids, Matched = new HashSet<AccountId>(),
    };
}
