using System.Runtime.CompilerServices;
using CsvHelper;

namespace Plumbline.Functions.Sources;

/// <summary>Folds the rows of time.csv, or of some parts of it, into cells. Each thread has its own.</summary>
internal sealed class TimeFold(Header header, Known known, PersonNumbers.Shared people, int today)
{
    private readonly PersonNumbers _people = new(people);
    private readonly Func<Row, Known, PersonNumbers, TimeEntry> _patient = TimeFile.Parser(header);
    private readonly int _date = header["entry_date"].At, _person = header["person_id"].At, _engagement = header["engagement_id"].At, _hours = header["hours"].At;
    private readonly int _billable = header["billable"].At, _value = header["value"].At, _currency = header["currency"].At;
    private readonly int _submitted = header["submitted_on"].At, _approved = header["approved_on"].At;
    private readonly DayMemo _days = new();

    public CellTable Cells { get; } = new();

    public FaultLog Faults { get; } = new(TimeFile.Shape.Source);

    public int Rows { get; private set; }

    public int Unmatched { get; private set; }

    /// <summary>Millionths of each currency.</summary>
    public Dictionary<int, long> UnmatchedValue { get; } = [];

    /// <summary>By the numbers of the accounts.</summary>
    public bool[] Matched { get; } = new bool[known.Accounts];

    public void Fold(Records records, CancellationToken cancellation)
    {
        Row row = new(TimeFile.Shape, records.Reader, known);
        while (records.Read())
        {
            if (records.IsWhole(header.Width) && TryFold(records.Reader))
                continue;
            cancellation.ThrowIfCancellationRequested();
            FoldPatiently(records, row);
        }
    }

    /// <summary>Takes a row that has nothing wrong with it; leaves every other alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryFold(CsvReader reader)
    {
        if (!_days.TryDay(Field(reader, _date), out int day, out int month)
            || !Values.TryFlag(Field(reader, _billable), out bool billable)
            || !Values.TryCurrency(Field(reader, _currency), out int currency)
            || !TryDayIfAny(Field(reader, _submitted), out _)
            || !TryDayIfAny(Field(reader, _approved), out int approved)
            || !TryNumber(reader, _hours, out long? hours) || (hours is null && _hours >= 0)
            || !TryNumber(reader, _value, out long? value))
            return false;
        ReadOnlySpan<byte> person = Field(reader, _person), engagement = Field(reader, _engagement);
        if (person.Length == 0 || engagement.Length == 0)
            return false;
        Take(new(day, month, _people.Number(person), known.EngagementNumber(engagement), hours ?? 0, billable, value, currency, approved));
        return true;
    }

    private void FoldPatiently(Records records, Row row)
    {
        string? broken = records.Broken(header.Width);
        if (broken is not null && records.IsBlank)
            return;
        row.Begin(records.Line, broken);
        TimeEntry entry = _patient(row, known, _people);
        if (row.Lost is not null || row.Blanked.Count > 0)
            Faults.AddAll(row, row.Names);
        if (row.Lost is null)
            Take(entry);
        else
            Lose(entry);
    }

    private void Lose(in TimeEntry entry)
    {
        Rows++;
        if (entry.Engagement >= 0)
            Matched[known.AccountOf(entry.Engagement)] = true;
    }

    private void Take(in TimeEntry entry)
    {
        Rows++;
        if (entry.Engagement >= 0)
            Matched[known.AccountOf(entry.Engagement)] = true;
        if (entry.Day > today)
            return;
        if (entry.Engagement >= 0)
            Cells.FindOrAdd(entry.Person, entry.Engagement, entry.Day - (entry.Day % 7), entry.Month).Add(entry, today);
        else
            Strange(entry);
    }

    private void Strange(in TimeEntry entry)
    {
        Unmatched++;
        if (entry.Value is { } value)
            UnmatchedValue[entry.Currency] = Cell.Sum(UnmatchedValue.GetValueOrDefault(entry.Currency), value);
    }

    private bool TryDayIfAny(ReadOnlySpan<byte> text, out int number)
    {
        number = -1;
        return text.Length == 0 || _days.TryDay(text, out number, out _);
    }

    private static bool TryNumber(CsvReader reader, int at, out long? number)
    {
        number = null;
        ReadOnlySpan<byte> text = Field(reader, at);
        if (text.Length == 0)
            return true;
        bool read = Values.TryScaled(text, 6, out long scaled) == Number.Read && Values.IsBearable(scaled);
        number = scaled;
        return read;
    }

    private static ReadOnlySpan<byte> Field(CsvReader reader, int at) => at < 0 ? default : Values.Trim(reader.GetSpan(at));
}
