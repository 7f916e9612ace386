using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>The snapshot as one account sees it, on the day judged. Words are pure functions of it.</summary>
public sealed class AccountView
{
    private Stretches<Item>? _items;
    private Stretches<Work>? _work;
    private Stretches<Reading>? _readings;
    private Stretches<Activity>? _activities;
    private (Measure Of, Ground Ground)? _ground;
    private (Measure Of, Trouble? Trouble)? _sources;
    private Dictionary<string, Finding[]>? _open;
    private bool? _allPlaced;
    private Activity[]? _doubtful;
    private (string? Source, Fault[] Faults)? _beside;

    private (Owner? Owner, bool IsKnown) _owner;

    internal AccountView(Account account, FirmView firm)
    {
        (Account, Firm) = (account, firm);
        Calendar = firm.Policy.Clock.CalendarOf(account.Region);
    }

    public Account Account { get; }

    public FirmView Firm { get; }

    /// <summary>Whether it is of the firm itself and no account: only populations that are of no account have subjects in it.</summary>
    public bool IsOfFirm { get; internal init; }

    public LocalDate Today => Firm.Today;

    /// <summary>The working days of the account's region, or of the firm's where it has none.</summary>
    public WorkingCalendar Calendar { get; }

    public ArraySegment<Engagement> Engagements { get; internal init; } = ArraySegment<Engagement>.Empty;

    /// <summary>Assignments that put a person on the account, or on an engagement of it, as they hold.</summary>
    public ArraySegment<Assignment> Assignments { get; internal init; } = ArraySegment<Assignment>.Empty;

    /// <summary>Those of every system, and of pursuits alone.</summary>
    public ArraySegment<Assignment> Roles { get; internal init; } = ArraySegment<Assignment>.Empty;

    /// <summary>Activities of the account or of an engagement of it.</summary>
    public ArraySegment<Activity> Activities { get; internal init; } = ArraySegment<Activity>.Empty;

    public ArraySegment<Record> Records { get; internal init; } = ArraySegment<Record>.Empty;

    public ArraySegment<Work> Work { get; internal init; } = ArraySegment<Work>.Empty;

    /// <summary>What could not be used and names this account, an engagement of it, or a person assigned to it, by source and line.</summary>
    public IReadOnlyList<Fault> Faults { get; internal init; } = [];

    /// <summary>
    /// Of <see cref="Faults"/> those that may speak of the subject, by source and line: of the source whose row it is, only what names no
    /// row, or that one.
    /// </summary>
    // Kept for the source asked last, as the ground is: an export may be wrong in every row.
    internal IEnumerable<Fault> FaultsBeside(Case subject)
    {
        if (_beside is not { } last || last.Source != subject.RowOf)
            _beside = last = (subject.RowOf, [.. Faults.Where(f => f.Names.Id is null || f.Source != subject.RowOf)]);
        return subject.RowOf is { } source && Firm.FaultsOf(source, subject.RowId) is { Count: > 0 } own ? Fault.InOrder(last.Faults.Concat(own.Where(f => IsOfKind(f, subject)))) : last.Faults;
    }

    /// <summary>Items of two kinds may have one id.</summary>
    private static bool IsOfKind(Fault fault, Case subject) => fault.Source != Sources.Items || fault.Names.Kind is not { } kind || subject.Item is not { } item || item.Kind == kind;

    internal ArraySegment<Item> AllItems { private get; init; } = ArraySegment<Item>.Empty;

    internal ArraySegment<Reading> AllReadings { private get; init; } = ArraySegment<Reading>.Empty;

    private Stretches<Item> SortedItems => _items ??= new(AllItems, ByKindAndEngagement);

    public ArraySegment<Item> Items(string kind) => SortedItems.Where(i => string.CompareOrdinal(i.Kind, kind));

    public ArraySegment<Item> ItemsOf(string kind, EngagementId engagement) => SortedItems.Where(i =>
        string.CompareOrdinal(i.Kind, kind) is var order and not 0 ? order : string.CompareOrdinal(i.Engagement?.Value, engagement.Value));

    /// <summary>The open findings of a measure that causes another, judged when they are first asked for unless it was judged for itself before.</summary>
    internal Finding[] OpenOf(Measure cause) => _open is not null && _open.TryGetValue(cause.Id, out Finding[]? open)
        ? open : Keep(cause, Evaluation.Afresh(this, cause).Where(Causation.IsUndone));

    /// <summary>The same findings; when the last is taken, the open ones are kept for those that wait for them.</summary>
    internal IEnumerable<Finding> KeepingOpen(Measure cause, IEnumerable<Finding> findings)
    {
        List<Finding> open = [];
        foreach (Finding finding in findings)
        {
            if (Causation.IsUndone(finding))
                open.Add(finding);
            yield return finding;
        }
        Keep(cause, open);
    }

    /// <summary>The readings of a figure for the account or an engagement of it, in order of their days.</summary>
    public ArraySegment<Reading> Readings(string figure) =>
        (_readings ??= new(AllReadings, ByFigureAndDay)).Where(r => string.CompareOrdinal(r.Figure, figure));

    /// <summary>Items of a kind for the person: this account's, and those of no account.</summary>
    public IEnumerable<Item> ItemsOf(string kind, PersonId person)
    {
        foreach (Item item in Items(kind))
            if (item.Person == person)
                yield return item;
        foreach (Item item in Firm.LooseItemsOf(person))
            if (item.Kind == kind)
                yield return item;
    }

    /// <summary>The engagement of this account that the item is for; null where it names none that is known.</summary>
    public Engagement? EngagementOf(Item item)
    {
        if (item.Engagement is { } id)
            foreach (Engagement engagement in Engagements)
                if (engagement.Id == id)
                    return engagement;
        return null;
    }

    /// <summary>The work on an engagement, that of a person together and in order of the weeks.</summary>
    public ArraySegment<Work> WorkOf(EngagementId engagement) =>
        (_work ??= new(Work, ByEngagementPersonAndWeek)).Where(w => string.CompareOrdinal(w.Engagement.Value, engagement.Value));

    /// <summary>Whether of everybody who took part in its activities it is known who they are, so that none needs to be asked about.</summary>
    internal bool AllPlaced => _allPlaced ??= !Activities.Any(a => a.Participants.Any(p => !Attendance.IsPlaced(p, this)));

    /// <summary>Those of its activities of which the calendars leave something open: whether they were held, or who else was there.</summary>
    internal Activity[] DoubtfulActivities => _doubtful ??= [.. Activities.Where(a => a.Doubt is not null)];

    /// <summary>Those of its activities that are of the kind.</summary>
    public ArraySegment<Activity> ActivitiesOf(string kind) =>
        (_activities ??= new(Activities, (one, other) => string.CompareOrdinal(one.Kind, other.Kind))).Where(a => string.CompareOrdinal(a.Kind, kind));

    /// <summary>What every finding of the measure for this account rests on.</summary>
    // Kept for the measure asked last: findings of one measure come one after the other.
    public Ground GroundOf(Measure measure)
    {
        if (_ground is not { } last || !ReferenceEquals(last.Of, measure))
            _ground = last = (measure, Firm.GroundOf(measure, Calendar));
        return last.Ground;
    }

    /// <summary>The first trouble of the measure's sources, whatever rows they hold; null where all were read and are as fresh as it asks.</summary>
    // Kept as the ground is.
    public Trouble? OfSources(Measure measure)
    {
        if (_sources is not { } last || !ReferenceEquals(last.Of, measure))
            _sources = last = (measure, this.OfSources(measure.Needs, measure.StaleAfter));
        return last.Trouble;
    }

    /// <summary>Who answers for all that is found of the account; null where that depends on what is found.</summary>
    // Kept, since every finding asks.
    internal Owner? OwnerOfAll => (_owner.IsKnown ? _owner : _owner = (Ownership.OfAccount(this), true)).Owner;

    private Finding[] Keep(Measure cause, IEnumerable<Finding> open) => (_open ??= [])[cause.Id] = Causation.InOrder(open);

    private static int ByKindAndEngagement(Item one, Item other) =>
        string.CompareOrdinal(one.Kind, other.Kind) is var order and not 0 ? order : string.CompareOrdinal(one.Engagement?.Value, other.Engagement?.Value);

    private static int ByFigureAndDay(Reading one, Reading other) =>
        string.CompareOrdinal(one.Figure, other.Figure) is var order and not 0 ? order : one.AsOf.CompareTo(other.AsOf);

    private static int ByEngagementPersonAndWeek(Work one, Work other)
    {
        int order = string.CompareOrdinal(one.Engagement.Value, other.Engagement.Value);
        order = order != 0 ? order : string.CompareOrdinal(one.Person.Value, other.Person.Value);
        return order != 0 ? order : one.FirstDay.CompareTo(other.FirstDay);
    }
}
