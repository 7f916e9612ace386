using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Ingest.Csv;

/// <summary>The ids of the register by their numbers. Filled first, and then only read, by any number of threads.</summary>
/// <param name="words">Asked for when a first row needs it: the policy may still be being read.</param>
internal sealed class Known(Func<KnownWords> words)
{
    private readonly Lazy<KnownWords> _vocabulary = new(words);

    private readonly IdTable _accounts = new(), _engagements = new(), _people = new();
    private readonly List<AccountId> _accountIds = [];
    private readonly List<Engagement> _engagementList = [];
    private readonly List<PersonId> _personIds = [];

    private readonly HashSet<IdKind> _listed = [];

    // The account of each engagement.
    private readonly List<int> _accountOf = [];

    public KnownWords Words => _vocabulary.Value;

    public int Accounts => _accountIds.Count;

    public void Add(AccountId account)
    {
        if (_accounts.FindOrAdd(account.Value) == _accountIds.Count)
            _accountIds.Add(account);
    }

    public void Add(PersonId person)
    {
        if (_people.FindOrAdd(person.Value) == _personIds.Count)
            _personIds.Add(person);
    }

    public void Add(Engagement engagement)
    {
        if (_engagements.FindOrAdd(engagement.Id.Value) != _engagementList.Count)
            return;
        _engagementList.Add(engagement);
        _accountOf.Add(_accounts.FindOrAdd(engagement.Account.Value));
    }

    /// <summary>Marks the file of the register that lists ids of this kind as read: an id that it lacks is then unknown.</summary>
    public void List(IdKind kind) => _listed.Add(kind);

    /// <summary>Whether the file that lists ids of this kind was read.</summary>
    public bool Lists(IdKind kind) => _listed.Contains(kind);

    public IEnumerable<string> Ids(IdKind kind) => kind switch
    {
        IdKind.Account => _accountIds.Select(a => a.Value),
        IdKind.Engagement => _engagementList.Select(e => e.Id.Value),
        _ => _personIds.Select(p => p.Value),
    };

    public bool Has(AccountId account) => _accounts.Find(System.Text.Encoding.UTF8.GetBytes(account.Value)) >= 0;

    /// <summary>-1 where it is not known.</summary>
    public int AccountNumber(ReadOnlySpan<byte> id) => _accounts.Find(id);

    /// <summary>-1 where it is not known.</summary>
    public int EngagementNumber(ReadOnlySpan<byte> id) => _engagements.Find(id);

    public AccountId Account(int number) => _accountIds[number];

    public EngagementId Engagement(int number) => _engagementList[number].Id;

    public LocalDate? StartOf(int engagement) => _engagementList[engagement].StartedOn;

    public int AccountOf(int engagement) => _accountOf[engagement];

    /// <summary>The accounts whose numbers are marked.</summary>
    public IReadOnlySet<AccountId> Matched(ReadOnlySpan<bool> marked)
    {
        HashSet<AccountId> matched = [];
        for (int number = 0; number < marked.Length; number++)
            if (marked[number])
                matched.Add(_accountIds[number]);
        return matched;
    }

    public PersonId? Person(ReadOnlySpan<byte> id) => _people.Find(id) is >= 0 and int number ? _personIds[number] : null;
}
