using System.Collections;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>
/// A snapshot sorted once by accounts, so that judging one looks at nothing else: one view for each account of the register, in its order,
/// and where asked for a last one of the firm itself, which has what belongs to no account.
/// A view is made whenever it is asked for, and what it works out for itself goes with it. Views share nothing that changes, so that they
/// can be judged side by side.
/// </summary>
public sealed class Views : IReadOnlyList<AccountView>
{
    private readonly FirmView _firm;
    private readonly bool _withFirm;
    private readonly Item[] _ofNobody;
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

    private Views(Snapshot snapshot, Policy policy, LocalDate today, bool withFirm)
    {
        snapshot = snapshot with { Assignments = Tenures.Of(snapshot.Assignments, snapshot.Register) };
        _firm = new FirmView(snapshot, policy, today);
        _withFirm = withFirm;
        _accounts = snapshot.Register.Accounts;
        int accounts = _accounts.Count;
        for (int i = 0; i < accounts; i++)
            _numbers.Add(_accounts[i].Id, i);
        _engagements = new(snapshot.Register.Engagements, accounts, e => Number(e.Account));
        Dictionary<EngagementId, int> engagements = [];
        for (int account = 0; account < accounts; account++)
            for (int i = 0; i < _engagements[account].Count; i++)
                (engagements[_engagements[account][i].Id], _accountOf[_engagements[account][i].Id]) = (_engagements.StartOf(account) + i, account);
        _work = new(snapshot.Work, _engagements.StartOf(accounts), w => NumberIn(engagements, w.Engagement));
        _items = new(snapshot.Items, accounts, i => Number(i.Account));
        _activities = new(snapshot.Activities, accounts, a => Number(a.Account));
        _assignments = new(snapshot.Assignments, accounts, a => a.IsOnAccount ? Number(a.Account) : -1);
        _roles = new(snapshot.Assignments, accounts, a => Number(a.Account));
        _records = new(snapshot.Records, accounts, r => Number(r.Account));
        _figures = new(snapshot.Figures, accounts, r => Number(r.Account));
        _ofNobody = [.. snapshot.Items.Where(i => i.Kind == ItemKinds.Invoice && Number(i.Account) < 0)];
        foreach (Fault fault in Fault.InOrder(snapshot.Readings.Values.SelectMany(r => r.Faults).Where(f => !f.Names.Nothing).Distinct()))
            foreach (int account in Named(fault.Names).DefaultIfEmpty(accounts))
                FirmView.Add(_faults, account, fault);
    }

    /// <param name="withFirm">Whether the view of the firm is the last one.</param>
    public static Views Of(Snapshot snapshot, Policy policy, LocalDate today, bool withFirm = false) => new(snapshot.Allowing(policy.MayBeEmpty), policy, today, withFirm);

    public int Count => _accounts.Count + (_withFirm ? 1 : 0);

    /// <summary>What belongs to no account: absences of people on none, invoices of accounts that the register does not know, rows that name nobody's.</summary>
    public AccountView OfFirm => new(new(AccountId.Firm, "the firm"), _firm) { IsOfFirm = true, AllItems = _ofNobody, Faults = FirmView.Of(_faults, _accounts.Count) };

    public AccountView this[int account] => account == _accounts.Count && _withFirm ? OfFirm : new(_accounts[account], _firm)
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
