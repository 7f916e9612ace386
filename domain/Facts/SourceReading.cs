using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Facts;

/// <summary>What became of a source in this run. <see cref="Empty"/>: a header line and no row.</summary>
public enum ReadingState { Read, Missing, Refused, Shrunk, Empty }

/// <summary>What a row that could not be used still names: it takes the findings of these and no more (law 1d).</summary>
public sealed record Named
{
    /// <summary>The row's own id, where its source gives ids.</summary>
    public string? Id { get; init; }

    public AccountId? Account { get; init; }

    public EngagementId? Engagement { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>The kind of thing, in lower case: a role, a kind of item, of document or of activity.</summary>
    public string? Kind { get; init; }

    /// <summary>The day that it is of. Of an event in a calendar it may be off by one, where its time zone is not known.</summary>
    public LocalDate? Day { get; init; }

    public YearMonth? Month { get; init; }

    /// <summary>The region of an account, whose working days go on being known.</summary>
    public Region? Region { get; init; }

    public bool Nothing => Id is null && Account is null && Engagement is null && Person is null;
}

/// <summary>A row, or one value of it, that could not be used.</summary>
/// <param name="Line">1-based line of the file at which the row begins.</param>
/// <param name="Column">The column at fault; null where the whole row is.</param>
/// <param name="Message">What is wrong and what to do, for a person.</param>
/// <param name="RowLost">False where only this column's value was refused and the rest of the row is used.</param>
public sealed record Fault(string Source, int Line, string? Column, string Message, bool RowLost, Named Names)
{
    /// <summary>Whether a word that nobody knows is to blame: the reading's notes say each such word once.</summary>
    public bool IsUnknownWord { get; init; }

    /// <summary>By source and line: where several are to blame, the first is the one that is told.</summary>
    internal static IEnumerable<Fault> InOrder(IEnumerable<Fault> faults) => faults.OrderBy(f => f.Source, StringComparer.Ordinal).ThenBy(f => f.Line);
}

/// <summary>Rows whose account, engagement or person the register does not know, counted for one alert to the source's owner.</summary>
/// <param name="Amounts">Money of those rows, one amount a currency, in order of currency.</param>
public sealed record Unmatched(int Rows, ImmutableArray<Money> Amounts)
{
    public static Unmatched None { get; } = new(0, []);

    /// <summary>How many of the rows lack only the person: they are used all the same.</summary>
    public int OfPeople { get; init; }
}

/// <summary>One source as this run found it: the world's failure as a value.</summary>
public sealed record SourceReading(string Source, ReadingState State)
{
    /// <summary>Why it is missing or refused, with file, line, column and remedy; null where it was read.</summary>
    public string? Why { get; init; }

    /// <summary>SHA-256 of the content, as 64 lower-case hex digits.</summary>
    public string? Hash { get; init; }

    /// <summary>The day at whose end the content stood.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>How many rows the content has, used or not.</summary>
    public int Rows { get; init; }

    /// <summary>How many of the rows could not be used.</summary>
    public int RowsLost { get; init; }

    /// <summary>Whether a reading holds everything, so that far fewer rows mean that some are missing; a calendar's window holds now more, now less.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Columns that a measure may need and this reading lacks (missing, or given twice), with the message.</summary>
    public ImmutableDictionary<string, string> LackingColumns { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<Fault> Faults { get; init; } = [];

    public Unmatched Unmatched { get; init; } = Unmatched.None;

    /// <summary>The ids that the register does not know, for a person: line, column, value, rows, money, and the nearest known id.</summary>
    public ImmutableArray<string> UnknownIds { get; init; } = [];

    /// <summary>The accounts that at least one row of this reading belongs to.</summary>
    public IReadOnlySet<AccountId> Matched { get; init; } = FrozenSet<AccountId>.Empty;

    /// <summary>The ids of every row, used or not, in a source whose absences mean something; null where it has none.</summary>
    public IReadOnlySet<string>? Ids { get; init; }

    /// <summary>Things worth saying once that cost nothing: an unknown column, identical rows counted once.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>The plain files, which are sources by their names.</summary>
public static class Sources
{
    public const string Accounts = "accounts.csv";
    public const string Contacts = "contacts.csv";
    public const string People = "people.csv";
    public const string Engagements = "engagements.csv";
    public const string Roles = "roles.csv";
    public const string Time = "time.csv";
    public const string Expenses = "expenses.csv";
    public const string Absences = "absences.csv";
    public const string Invoices = "invoices.csv";
    public const string Documents = "documents.csv";
    public const string Activities = "activities.csv";
    public const string Items = "items.csv";
    public const string Readings = "readings.csv";
    public const string Opportunities = "opportunities.csv";
    public const string Calendars = "calendars";

    /// <summary>The plain files, the register first.</summary>
    public static IReadOnlyList<string> PlainFiles { get; } =
        [Accounts, Contacts, People, Engagements, Roles, Time, Expenses, Absences, Invoices, Documents, Activities, Items, Readings, Opportunities];
}
