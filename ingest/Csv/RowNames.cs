using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Ingest.Csv;

/// <summary>What the row names: itself, whose it is, what it is. All of it is kept for the fault that it may become.</summary>
internal sealed partial class Row
{
    public string Id(Column column)
    {
        string id = Required(column);
        OwnId = id.Length == 0 ? null : id;
        return id;
    }

    public AccountId NewAccount(Column column)
    {
        AccountId account = new(Id(column));
        _account = OwnId is null ? null : account;
        return account;
    }

    public EngagementId NewEngagement(Column column)
    {
        EngagementId engagement = new(Id(column));
        Engagement = OwnId is null ? null : engagement;
        return engagement;
    }

    public PersonId NewPerson(Column column)
    {
        PersonId person = new(Id(column));
        _person = OwnId is null ? null : person;
        return person;
    }

    public string Kind(Column column, WordKind kind)
    {
        Needs(column, "every row needs one");
        _kind = KnownWord(column, kind);
        return _kind ?? "";
    }

    /// <summary>Its own account, else its engagement's; null where it names neither.</summary>
    public AccountId? Account(Column account, Column engagement)
    {
        bool named = !Nothing(engagement, out ReadOnlySpan<byte> text);
        int through = named ? known.EngagementNumber(text) : -1;
        if (through >= 0)
            Engagement = known.Engagement(through);
        else if (named && !_shifted)
            Engagement = new EngagementId(Unknown(IdKind.Engagement, text));
        if (!Nothing(account, out text))
            return OwnAccount(text);
        Unmatched = named && through < 0;
        AccountNumber = through < 0 ? -1 : known.AccountOf(through);
        return _account = AccountNumber < 0 ? null : known.Account(AccountNumber);
    }

    public AccountId? AccountNeeded(Column account)
    {
        Needs(account, "every row needs one");
        return Account(account, Column.None);
    }

    /// <summary>A row that belongs to nobody is one whose customer we do not know.</summary>
    public AccountId? Customer(Column account, Column engagement)
    {
        AccountId? found = Account(account, engagement);
        Unmatched |= found is null;
        return found;
    }

    public PersonId? Person(Column column)
    {
        if (Nothing(column, out ReadOnlySpan<byte> text))
            return null;
        PersonId? person = known.Person(text);
        return _person = person is null && !_shifted ? new PersonId(_words[text]) : person;
    }

    public PersonId PersonNeeded(Column column)
    {
        Needs(column, "every row needs one");
        if (Nothing(column, out ReadOnlySpan<byte> text))
            return default;
        OfUnknownPerson = known.Lists(IdKind.Person) && known.Person(text) is null;
        if (OfUnknownPerson)
            Unknown(IdKind.Person, text);
        return Person(column) ?? default;
    }

    public LocalDate NamedDayNeeded(Column column)
    {
        Needs(column, "every row needs one");
        _day = Day(column);
        return _day ?? default;
    }

    /// <summary>The day that tells its occasion, so that a lost row is missed on that one; whether it is a day is asked where it is kept.</summary>
    public void NamesDay(Column column)
    {
        if (!Nothing(column, out ReadOnlySpan<byte> text) && _days.TryDay(text, out NumberedDay day))
            _day = day.Date;
    }

    public YearMonth? NamedMonth(Column column) => _month = Month(column);

    public void IsWorth(long? minor, string currency) => Worth = minor is { } amount ? new Money(amount, currency) : null;

    private AccountId? OwnAccount(ReadOnlySpan<byte> text)
    {
        AccountNumber = known.AccountNumber(text);
        Unmatched = AccountNumber < 0;
        if (AccountNumber >= 0)
            return _account = known.Account(AccountNumber);
        return _account = _shifted ? null : new AccountId(Unknown(IdKind.Account, text));
    }

    private string Unknown(IdKind kind, ReadOnlySpan<byte> text)
    {
        string id = _words[text];
        UnknownIds.Add((kind, id));
        return id;
    }
}
