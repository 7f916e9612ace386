using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>The snapshot as one account sees it, on the day judged. Words are pure functions of it.</summary>
public sealed class AccountView
{
    private readonly Dictionary<string, List<Item>> _items = [];
    private readonly List<Activity> _activities = [];
    private readonly List<Assignment> _assignments = [];
    private readonly List<Engagement> _engagements = [];
    private readonly List<Record> _records = [];
    private readonly List<Work> _work = [];
    private readonly HashSet<Fault> _faults = [];
    private Dictionary<(string Kind, EngagementId Engagement), List<Item>>? _itemsByEngagement;
    private Dictionary<EngagementId, List<Work>>? _workByEngagement;
    private Dictionary<PersonId, List<Activity>>? _activitiesByPerson;
    private (Measure Of, Ground Ground)? _ground;

    internal AccountView(Account account, FirmView firm)
    {
        (Account, Firm) = (account, firm);
        Calendar = firm.Policy.Clock.CalendarOf(account.Region);
    }

    public Account Account { get; }

    public FirmView Firm { get; }

    public LocalDate Today => Firm.Today;

    /// <summary>The working days of the account's region, or of the firm's where it has none.</summary>
    public WorkingCalendar Calendar { get; }

    public IReadOnlyList<Engagement> Engagements => _engagements;

    /// <summary>Assignments to the account or to an engagement of it.</summary>
    public IReadOnlyList<Assignment> Assignments => _assignments;

    /// <summary>Activities of the account or of an engagement of it.</summary>
    public IReadOnlyList<Activity> Activities => _activities;

    public IReadOnlyList<Record> Records => _records;

    public IReadOnlyList<Work> Work => _work;

    /// <summary>What could not be used and names this account, an engagement of it, or a person assigned to it.</summary>
    public IReadOnlyCollection<Fault> Faults => _faults;

    public IReadOnlyList<Item> Items(string kind) => FirmView.Of(_items, kind);

    public IReadOnlyList<Item> ItemsOf(string kind, EngagementId engagement)
    {
        if (_itemsByEngagement is null)
        {
            _itemsByEngagement = [];
            foreach (Item item in _items.Values.SelectMany(i => i))
                if (item.Engagement is { } of)
                    FirmView.Add(_itemsByEngagement, (item.Kind, of), item);
        }
        return FirmView.Of(_itemsByEngagement, (kind, engagement));
    }

    /// <summary>The engagement of this account that the item is for; null where it names none that is known.</summary>
    public Engagement? EngagementOf(Item item) => item.Engagement is { } id ? _engagements.FirstOrDefault(e => e.Id == id) : null;

    public IReadOnlyList<Work> WorkOf(EngagementId engagement)
    {
        if (_workByEngagement is null)
        {
            _workByEngagement = [];
            foreach (Work work in _work)
                FirmView.Add(_workByEngagement, work.Engagement, work);
        }
        return FirmView.Of(_workByEngagement, engagement);
    }

    /// <summary>Activities that name the person: this account's, and those of no account.</summary>
    public IEnumerable<Activity> ActivitiesOf(PersonId person)
    {
        if (_activitiesByPerson is null)
        {
            _activitiesByPerson = [];
            foreach (Activity activity in _activities)
                foreach (PersonId each in activity.People())
                    FirmView.Add(_activitiesByPerson, each, activity);
        }
        return FirmView.Of(_activitiesByPerson, person).Concat(Firm.LooseActivitiesOf(person));
    }

    /// <summary>Kept for the measure asked last: findings of one measure come one after the other.</summary>
    internal Ground GroundOf(Measure measure)
    {
        if (_ground is not { } last || !ReferenceEquals(last.Of, measure))
            _ground = last = (measure, Firm.GroundOf(measure, Calendar));
        return last.Ground;
    }

    internal void Add(Engagement engagement) => _engagements.Add(engagement);

    internal void Add(Assignment assignment) => _assignments.Add(assignment);

    internal void Add(Activity activity) => _activities.Add(activity);

    internal void Add(Record record) => _records.Add(record);

    internal void Add(Work work) => _work.Add(work);

    internal void Add(Item item) => FirmView.Add(_items, item.Kind, item);

    internal void Add(Fault fault) => _faults.Add(fault);
}
