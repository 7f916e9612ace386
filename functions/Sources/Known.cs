using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>The ids of the register, looked up by the bytes of a field. Filled first, and then only read, by any number of threads.</summary>
internal sealed class Known
{
    private readonly Dictionary<string, AccountId> _accounts = IdComparer.Table<AccountId>();
    private readonly Dictionary<string, int> _engagements = IdComparer.Table<int>();
    private readonly Dictionary<string, PersonId> _people = IdComparer.Table<PersonId>();
    private readonly List<Engagement> _list = [];

    public void Add(AccountId account) => _accounts[account.Value] = account;

    public void Add(PersonId person) => _people[person.Value] = person;

    public void Add(Engagement engagement)
    {
        _engagements[engagement.Id.Value] = _list.Count;
        _list.Add(engagement);
    }

    public AccountId? Account(ReadOnlySpan<byte> id) => _accounts.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(id, out AccountId found) ? found : null;

    public PersonId? Person(ReadOnlySpan<byte> id) => _people.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(id, out PersonId found) ? found : null;

    public bool Has(AccountId account) => _accounts.ContainsKey(account.Value);

    /// <summary>The number of an engagement, for <see cref="Engagement(int)"/>; -1 where it is not known.</summary>
    public int EngagementNumber(ReadOnlySpan<byte> id) => _engagements.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(id, out int number) ? number : -1;

    public Engagement Engagement(int number) => _list[number];

    public int Engagements => _list.Count;
}
