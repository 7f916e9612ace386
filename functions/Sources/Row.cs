using System.Text;
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
    private string? _id;
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

    public EngagementId? Engagement { get; private set; }

    /// <summary>Whether the row names an account or an engagement that the register does not know.</summary>
    public bool Unmatched { get; private set; }

    /// <summary>What an unmatched row is worth.</summary>
    public Money? Worth { get; private set; }

    public Named Names => new()
    {
        Id = _id, Account = _account, Engagement = Engagement, Person = _person,
        Kind = _shifted ? null : _kind, Day = _shifted ? null : _day, Month = _shifted ? null : _month,
    };

    /// <summary>Begins the next row.</summary>
    /// <param name="broken">What is wrong with it as a whole; its values may then stand in the wrong columns.</param>
    public void Begin(int line, string? broken)
    {
        Line = line;
        _id = _kind = null;
        _account = null;
        _person = null;
        _day = null;
        _month = null;
        Engagement = null;
        Unmatched = false;
        Worth = null;
        _shifted = broken is not null;
        Lost = broken is null ? null : (null, $"{shape.Source} line {line}: {broken}");
        if (Blanked.Count > 0)
            Blanked.Clear();
    }

    public string Id(Column column)
    {
        string id = Required(column);
        _id = id.Length == 0 ? null : id;
        return id;
    }

    public AccountId NewAccount(Column column) => (_account = new AccountId(Id(column))).Value;

    public EngagementId NewEngagement(Column column) => (Engagement = new EngagementId(Id(column))).Value;

    public PersonId NewPerson(Column column) => (_person = new PersonId(Id(column))).Value;

    public string Kind(Column column)
    {
        string kind = Required(column).ToLowerInvariant();
        _kind = kind.Length == 0 ? null : kind;
        return kind;
    }

    public string? KindIfAny(Column column) => _kind = Word(column);

    /// <summary>Its own account, else its engagement's; null where it names neither.</summary>
    public AccountId? Account(Column account, Column engagement)
    {
        AccountId? through = null;
        bool named = !Nothing(engagement, out ReadOnlySpan<byte> text);
        if (named && known.EngagementNumber(text) is >= 0 and int number)
            (Engagement, through) = (known.Engagement(number).Id, known.Engagement(number).Account);
        else if (named && !_shifted)
            Engagement = new EngagementId(String(text));
        if (!Nothing(account, out text))
            return Account(text);
        Unmatched = named && through is null;
        return _account = through;
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
        return _person = person is null && !_shifted ? new PersonId(String(text)) : person;
    }

    /// <summary>What the row is the same thing as; null where it does not say.</summary>
    public string? Key(Header header) => shape.Key switch
    {
        [] => null,
        [_] => _id,
        [var part, ..] => _id is not null && Word(header[part]) is { } word ? $"{word}\n{_id}" : null,
    };

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

    private AccountId? Account(ReadOnlySpan<byte> text)
    {
        AccountId? found = known.Account(text);
        Unmatched = found is null;
        if (found is null && !_shifted)
            found = new AccountId(String(text));
        return _account = found;
    }

    private static string String(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
}
