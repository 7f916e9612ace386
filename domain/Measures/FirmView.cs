using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>What accounts share: the readings, the people, and what belongs to people rather than accounts.</summary>
public sealed class FirmView
{
    private readonly Dictionary<PersonId, List<Assignment>> _assignments = [];
    private readonly Dictionary<PersonId, List<Assignment>> _roles = [];
    private readonly Dictionary<PersonId, List<Item>> _absences = [];
    private readonly Dictionary<PersonId, List<Activity>> _activities = [];
    private readonly Dictionary<PersonId, List<Item>> _looseItems = [];
    private readonly Dictionary<string, List<Assignment>> _pursuers = [];
    private readonly Dictionary<AccountId, List<Contact>> _contacts = [];
    private readonly Dictionary<(string Kind, string Id), List<Record>> _records = [];
    private readonly Dictionary<(string Source, string Id), List<Fault>> _faults = [];
    private readonly Dictionary<(string Measure, string Calendar), Ground> _grounds = [];

    // Few measures ask for it, and it is long: it is made for the first that does.
    private readonly Lazy<WorkByPerson> _workByPerson;
    private readonly Lazy<LocalDate?> _firstEntry;
    private readonly Dictionary<PersonId, List<Fault>> _lostTime = [];

    internal FirmView(Snapshot snapshot, Policy policy, LocalDate today)
    {
        (Snapshot, Policy, Today) = (snapshot, policy, today);
        Measures = [.. policy.CausesFirst];
        _workByPerson = new(() => new(Snapshot.Work));
        _firstEntry = new(() => Snapshot.Work.Select(w => (LocalDate?)w.FirstDay).Concat(_lostTime.Values.SelectMany(f => f).Select(f => f.Names.Day)).Min());
        foreach (Assignment assignment in snapshot.Assignments)
        {
            Add(_roles, assignment.Person, assignment);
            if (assignment.IsOnAccount)
                Add(_assignments, assignment.Person, assignment);
            if (assignment is { Account: null, Opportunity: { } opportunity })
                Add(_pursuers, opportunity, assignment);
        }
        foreach (Item item in snapshot.Items)
            if (item is { Account: null, Person: { } person })
                Add(item.Kind == ItemKinds.Absence ? _absences : _looseItems, person, item);
        foreach (Activity activity in snapshot.Activities)
            if (activity is { Account: null })
                foreach (PersonId person in activity.People())
                    Add(_activities, person, activity);
        foreach (Contact contact in snapshot.Register.Contacts.Values)
            Add(_contacts, contact.Account, contact);
        foreach (Record record in snapshot.Records)
            Add(_records, (record.Kind, record.Id), record);
        foreach (Fault fault in snapshot.Readings.Values.SelectMany(r => r.Faults))
        {
            if (fault.Names.Id is { } id)
                Add(_faults, (fault.Source, id), fault);
            if (fault is { Source: Sources.Time, Names.Person: { } person })
                Add(_lostTime, person, fault);
        }
        // One that is not judged may be what another waits for.
        foreach (Measure measure in policy.Measures.Concat(policy.ById.Values).DistinctBy(m => m.Id))
            foreach (Region region in Enum.GetValues<Region>())
                _grounds[(measure.Id, policy.Clock.CalendarOf(region).Edition)] = GroundOf(measure, region);
    }

    internal Ground GroundOf(Measure measure, WorkingCalendar calendar) => _grounds[(measure.Id, calendar.Edition)];

    private Ground GroundOf(Measure measure, Region region) => new(
        Policy.Clock.Zone, Policy.Clock.CalendarOf(region).Edition, Today,
        [.. measure.NeedsByAnyTerms.SelectMany(SourcesOf).Distinct().Select(Reading).Select(r => new ReadingUsed(r.Source, r.Hash, r.AsOf))])
    {
        Policy = Policy.Hash,
        FinancialYearStart = Policy.Clock.FinancialYearStart,
    };

    public Snapshot Snapshot { get; }

    public Policy Policy { get; }

    public LocalDate Today { get; }

    /// <summary>The measures of the policy, in the order in which they are judged.</summary>
    internal ImmutableArray<Measure> Measures { get; }

    public Person? Person(PersonId id) => Snapshot.Register.People.GetValueOrDefault(id);

    /// <summary>Those that put the person on an account.</summary>
    public IReadOnlyList<Assignment> AssignmentsOf(PersonId person) => Of(_assignments, person);

    /// <summary>Those of all people, in the order of the file for each of them.</summary>
    internal IEnumerable<Item> Absences => _absences.Values.SelectMany(a => a);

    /// <summary>Those of every system, and of pursuits alone.</summary>
    internal IReadOnlyList<Assignment> RolesOf(PersonId person) => Of(_roles, person);

    public IReadOnlyList<Item> AbsencesOf(PersonId person) => Of(_absences, person);

    /// <summary>All that the person worked, for whatever account, in order of the weeks.</summary>
    internal ArraySegment<Work> WorkOf(PersonId person) => _workByPerson.Value.Of(person);

    /// <summary>The person's entries of time that could not be used, whatever account they are for.</summary>
    internal IReadOnlyList<Fault> LostTimeOf(PersonId person) => Of(_lostTime, person);

    /// <summary>Activities that name the person and no account: they count for each account of the person.</summary>
    public IReadOnlyList<Activity> LooseActivitiesOf(PersonId person) => Of(_activities, person);

    /// <summary>Items beside absences that name the person and no account: they count for each account of the person.</summary>
    public IReadOnlyList<Item> LooseItemsOf(PersonId person) => Of(_looseItems, person);

    public IReadOnlyList<Contact> ContactsOf(AccountId account) => Of(_contacts, account);

    /// <summary>Assignments that name the opportunity and no account.</summary>
    public IReadOnlyList<Assignment> PursuersOf(string opportunity) => Of(_pursuers, opportunity);

    /// <summary>The first day that anybody booked, in rows that could not be used too; an export of time says nothing of the days before it.</summary>
    internal LocalDate? FirstEntry => _firstEntry.Value;

    /// <summary>Every system's record of a thing, whatever account each gives it.</summary>
    public IReadOnlyList<Record> RecordsOf(string kind, string id) => Of(_records, (kind, id));

    /// <summary>What could not be used of the rows with this id, whatever account they name, or none.</summary>
    public IReadOnlyList<Fault> FaultsOf(string source, string id) => Of(_faults, (source, id));

    public SourceReading Reading(string source) =>
        Snapshot.Readings.GetValueOrDefault(source) ?? new(source, ReadingState.Missing) { Why = $"{source} is not there" };

    /// <summary>Whether the firm has this source at all; of activities.csv and calendars the one that is not there is none of its own.</summary>
    public bool Has(string source) => Snapshot.Readings.TryGetValue(source, out SourceReading? reading) && reading.State != ReadingState.Missing;

    /// <summary>Of two sources of the same facts, those that the firm has; the first where it has neither, or where the other cannot hold them.</summary>
    internal string[] SourcesOf(Need need)
    {
        if (need.Or is not { } other || !Has(other) || !Policy.MayHold(other, need))
            return need.IfThere && !Has(need.Source) ? [] : need.Alone;
        return Has(need.Source) ? [need.Source, other] : [other];
    }

    internal static void Add<TKey, T>(Dictionary<TKey, List<T>> groups, TKey key, T value) where TKey : notnull
    {
        if (!groups.TryGetValue(key, out List<T>? group))
            groups.Add(key, group = []);
        group.Add(value);
    }

    internal static IReadOnlyList<T> Of<TKey, T>(Dictionary<TKey, List<T>> groups, TKey key) where TKey : notnull =>
        groups.TryGetValue(key, out List<T>? group) ? group : [];
}
