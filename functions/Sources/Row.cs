using CsvHelper;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>
/// The row that is being read. A parser asks it for every value it keeps; what is bad is remembered, with all that the row names,
/// and the parser goes on.
/// </summary>
internal sealed partial class Row(Shape shape, CsvReader reader, Known known)
{
    private AccountId? _account;
    private PersonId? _person;
    private string? _kind;
    private LocalDate? _day;
    private YearMonth? _month;
    private bool _shifted;

    public int Line { get; private set; }

    /// <summary>Why the row is lost; null where it is not.</summary>
    public (string? Column, string Message)? Lost { get; private set; }

    /// <summary>Values that were bad and cost only themselves.</summary>
    public List<(string Column, string Message)> Blanked { get; } = [];

    /// <summary>Its own id; null where it is blank.</summary>
    public string? OwnId { get; private set; }

    public EngagementId? Engagement { get; private set; }

    /// <summary>The number of its account in the register; -1 where it names none that is known.</summary>
    public int AccountNumber { get; private set; }

    /// <summary>Whether the row names an account or an engagement that the register does not know.</summary>
    public bool Unmatched { get; private set; }

    /// <summary>What an unmatched row is worth.</summary>
    public Money? Worth { get; private set; }

    public Named Names => new()
    {
        Id = OwnId, Account = _account, Engagement = Engagement, Person = _person,
        Kind = _shifted ? null : _kind, Day = _shifted ? null : _day, Month = _shifted ? null : _month,
    };

    /// <summary>Begins the next row.</summary>
    /// <param name="broken">What is wrong with it as a whole; its values may then stand in the wrong columns.</param>
    public void Begin(int line, string? broken)
    {
        Line = line;
        OwnId = _kind = null;
        _account = null;
        _person = null;
        _day = null;
        _month = null;
        Engagement = null;
        AccountNumber = -1;
        Unmatched = false;
        Worth = null;
        _shifted = broken is not null;
        Lost = null;
        if (broken is not null)
            Lose(null, broken);
        if (Blanked.Count > 0)
            Blanked.Clear();
    }

    /// <summary>Nothing of the row is believed.</summary>
    public void Lose(string? column, string why) =>
        Lost ??= (column, column is null ? $"{shape.Source} line {Line}: {why}" : $"{shape.Source} line {Line}, column {column}: {why}");

    /// <summary>The same of a row whose id is none, so that nothing goes by it.</summary>
    public void LoseNameless(string column, string why)
    {
        Lose(column, why);
        OwnId = null;
        _account = null;
    }

    public string Id(Column column)
    {
        string id = Required(column);
        OwnId = id.Length == 0 ? null : id;
        return id;
    }

    /// <summary>What the row is the same thing as; null where it does not say.</summary>
    public string? Key(Header header) => shape.Key switch
    {
        [] => null,
        [_] => OwnId,
        [var part, ..] => OwnId is not null && Word(header[part]) is { } word ? $"{word}\n{OwnId}" : null,
    };

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

    public string Kind(Column column)
    {
        Needs(column, "every row needs one");
        _kind = Word(column);
        return _kind ?? "";
    }

    public string? KindIfAny(Column column) => _kind = Word(column);

    /// <summary>Its own account, else its engagement's; null where it names neither.</summary>
    public AccountId? Account(Column account, Column engagement)
    {
        bool named = !Nothing(engagement, out ReadOnlySpan<byte> text);
        int through = named ? known.EngagementNumber(text) : -1;
        if (through >= 0)
            Engagement = known.Engagement(through);
        else if (named && !_shifted)
            Engagement = new EngagementId(_words[text]);
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
        if (!Nothing(column, out ReadOnlySpan<byte> text) && Values.TryDay(text, out DateOnly day))
            _day = Values.Local(day);
    }

    public YearMonth? NamedMonth(Column column) => _month = Month(column);

    public void IsWorth(long? minor, string currency) => Worth = minor is { } amount ? new Money(amount, currency) : null;

    private AccountId? OwnAccount(ReadOnlySpan<byte> text)
    {
        AccountNumber = known.AccountNumber(text);
        Unmatched = AccountNumber < 0;
        if (AccountNumber >= 0)
            return _account = known.Account(AccountNumber);
        return _account = _shifted ? null : new AccountId(_words[text]);
    }
}
