using CsvHelper;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// The row that is being read. A parser asks it for every value it keeps; what is bad is remembered, with all that the row names,
/// and the parser goes on.
/// </summary>
internal sealed partial class Row(Shape shape, CsvReader reader, Known known, LocalDate horizon)
{
    private AccountId? _account;
    private PersonId? _person;
    private string? _kind;
    private LocalDate? _day;
    private YearMonth? _month;
    private Region? _region;
    private bool _shifted;

    public int Line { get; private set; }

    /// <summary>Why the row is lost; null where it is not.</summary>
    public (string? Column, string Message)? Lost { get; private set; }

    /// <summary>Values that were bad and cost only themselves.</summary>
    public List<(string Column, string Message)> Blanked { get; } = [];

    /// <summary>Words that nobody knows.</summary>
    public List<(string Column, string Word, WordKind Kind)> Strange { get; } = [];

    /// <summary>Whether the firm wants rows with one of its words left out.</summary>
    public bool IsIgnored { get; private set; }

    /// <summary>Values that are odd and cost nothing.</summary>
    public List<(Column Column, string What)> Noted { get; } = [];

    /// <summary>Its own id; null where it is blank.</summary>
    public string? OwnId { get; private set; }

    public EngagementId? Engagement { get; private set; }

    /// <summary>The number of its account in the register; -1 where it names none that is known.</summary>
    public int AccountNumber { get; private set; }

    /// <summary>Whether the row names an account or an engagement that the register does not know.</summary>
    public bool Unmatched { get; private set; }

    /// <summary>Whether the person that it must name is not in people.csv, which was read. The row is used all the same.</summary>
    public bool OfUnknownPerson { get; private set; }

    /// <summary>The ids it names that the register does not know.</summary>
    public List<(IdKind Kind, string Id)> UnknownIds { get; } = [];

    /// <summary>What an unmatched row is worth.</summary>
    public Money? Worth { get; private set; }

    public Named Names => new()
    {
        Id = OwnId, Account = _account, Engagement = Engagement, Person = _person,
        Kind = _shifted ? null : _kind, Day = _shifted ? null : _day, Month = _shifted ? null : _month, Region = _shifted ? null : _region,
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
        _region = null;
        Engagement = null;
        AccountNumber = -1;
        Unmatched = OfUnknownPerson = false;
        Worth = null;
        IsIgnored = false;
        Strange.Clear();
        _shifted = broken is not null;
        Lost = null;
        if (broken is not null)
            Lose(null, broken);
        if (Blanked.Count > 0)
            Blanked.Clear();
        if (Noted.Count > 0)
            Noted.Clear();
        if (UnknownIds.Count > 0)
            UnknownIds.Clear();
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
}
