using System.Collections;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>
/// A snapshot sorted once by accounts, so that judging one looks at nothing else: one view for each account of the register, in its order.
/// A view is made whenever it is asked for, and what it works out for itself goes with it. Views share nothing that changes, so that they
/// can be judged side by side.
/// </summary>
public sealed class Views : IReadOnlyList<AccountView>
{
    private readonly FirmView _firm;
    private readonly IReadOnlyList<Account> _accounts;
    private readonly Dictionary<AccountId, int> _numbers = [];
    private readonly Dictionary<EngagementId, int> _accountOf = [];
    private readonly Grouped<Engagement> _engagements;
    private readonly Grouped<Work> _work;
    private readonly Grouped<Item> _items;
    private readonly Grouped<Activity> _activities;
    private readonly Grouped<Assignment> _assignments;
    private readonly Grouped<Assignment> _roles;
    private readonly Grouped<Record> _records;
    private readonly Grouped<Reading> _figures;
    private readonly Dictionary<int, List<Fault>> _faults = [];

    private Views(Snapshot snapshot, Policy policy, LocalDate today)
    {
        snapshot = snapshot with { Assignments = Tenures.Of(snapshot.Assignments, snapshot.Register) };
        _firm = new FirmView(snapshot, policy, today);
        _accounts = snapshot.Register.Accounts;
        for (int i = 0; i < _accounts.Count; i++)
            _numbers.Add(_accounts[i].Id, i);
        _engagements = new(snapshot.Register.Engagements, Count, e => Number(e.Account));
        Dictionary<EngagementId, int> engagements = [];
        for (int account = 0; account < Count; account++)
            for (int i = 0; i < _engagements[account].Count; i++)
                (engagements[_engagements[account][i].Id], _accountOf[_engagements[account][i].Id]) = (_engagements.StartOf(account) + i, account);
        _work = new(snapshot.Work, _engagements.StartOf(Count), w => NumberIn(engagements, w.Engagement));
        _items = new(snapshot.Items, Count, i => Number(i.Account));
        _activities = new(snapshot.Activities, Count, a => Number(a.Account));
        _assignments = new(snapshot.Assignments, Count, a => a.IsOnAccount ? Number(a.Account) : -1);
        _roles = new(snapshot.Assignments, Count, a => Number(a.Account));
        _records = new(snapshot.Records, Count, r => Number(r.Account));
        _figures = new(snapshot.Figures, Count, r => Number(r.Account));
        foreach (Fault fault in Fault.InOrder(snapshot.Readings.Values.SelectMany(r => r.Faults).Distinct()))
            foreach (int account in Named(fault.Names))
                FirmView.Add(_faults, account, fault);
    }

    public static Views Of(Snapshot snapshot, Policy policy, LocalDate today) => new(snapshot.Allowing(policy.MayBeEmpty), policy, today);

    public int Count => _accounts.Count;

    public AccountView this[int account] => new(_accounts[account], _firm)
    {
        Engagements = _engagements[account],
        Work = _work[_engagements.StartOf(account), _engagements.StartOf(account + 1)],
        AllItems = _items[account],
        Activities = _activities[account],
        Assignments = _assignments[account],
        Roles = _roles[account],
        Records = _records[account],
        AllReadings = _figures[account],
        Faults = FirmView.Of(_faults, account),
    };

    public IEnumerator<AccountView> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Number(AccountId? id) => id is { } account ? NumberIn(_numbers, account) : -1;

    private static int NumberIn<TKey>(Dictionary<TKey, int> numbers, TKey key) where TKey : notnull => numbers.TryGetValue(key, out int number) ? number : -1;

    /// <summary>The most precise thing that a fault names decides whose it is: its account, else its engagement's, else those of its person.</summary>
    private IEnumerable<int> Named(Named names)
    {
        if (Number(names.Account) is var own and >= 0)
            return [own];
        if (names.Engagement is { } engagement && _accountOf.TryGetValue(engagement, out int theirs))
            return [theirs];
        if (names.Account is not null || names.Engagement is not null || names.Person is not { } person)
            return [];
        return _firm.RolesOf(person).Select(a => Number(a.Account)).Where(a => a >= 0).Distinct();
    }
}
