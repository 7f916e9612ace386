using CsvHelper;
using NodaTime;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>
/// Folds the rows of time.csv, or of some parts of it, into cells. Each thread has its own. Whose the engagements are is asked at the
/// end, so that nobody waits here for the register; only a row with something wrong does.
/// </summary>
internal sealed class TimeFold(Header header, Lazy<Known> known, Numbers.Shared people, Numbers.Shared engagements, LocalDate today, LocalDate horizon)
{
    private readonly Numbers _people = new(people), _engagements = new(engagements);
    private readonly DayMemo _days = new();
    private readonly NumberMemo _lastHours = new(), _lastValue = new();
    private readonly int _today = NumberedDay.Of(today).Number, _horizon = NumberedDay.Of(horizon).Number;
    private readonly int _date = header["entry_date"].At, _person = header["person_id"].At, _engagement = header["engagement_id"].At, _hours = header["hours"].At;
    private readonly int _billable = header["billable"].At, _category = header["category"].At, _value = header["value"].At, _currency = header["currency"].At;
    private readonly int _submitted = header["submitted_on"].At, _approved = header["approved_on"].At;

    public CellTable Cells { get; } = new();

    public Tallies Tallies { get; } = new();

    public FaultLog Faults { get; } = new(TimeFile.Shape.Source);

    public NoteLog Notes { get; } = new();

    public int Rows { get; private set; }

    public void FirstLines(Span<int> ofPeople, Span<int> ofEngagements)
    {
        _people.FirstLines(ofPeople);
        _engagements.FirstLines(ofEngagements);
    }

    public void Fold(Records records, CancellationToken cancellation)
    {
        Row? row = null;
        while (records.Read())
        {
            if (records.IsWhole(header.Width) && !records.HasNoBreakSpace && TryFold(records))
                continue;
            cancellation.ThrowIfCancellationRequested();
            FoldPatiently(records, row ??= new(TimeFile.Shape, records.Reader, known.Value, horizon));
        }
        _people.CountLines(records);
        _engagements.CountLines(records);
    }

    /// <summary>Takes a row that has nothing wrong with it; leaves every other alone.</summary>
    private bool TryFold(Records records)
    {
        CsvReader reader = records.Reader;
        if (!_days.TryDay(Field(reader, _date), out NumberedDay day)
            || !Values.TryFlag(Field(reader, _billable), out bool billable)
            || !Values.TryCurrency(Field(reader, _currency), out int currency)
            || !TryDayIfAny(Field(reader, _submitted), out int submitted)
            || !TryDayIfAny(Field(reader, _approved), out int approved)
            || Math.Max(day.Number, Math.Max(submitted, approved)) > _horizon
            || !TryNumber(Field(reader, _hours), _lastHours, out long? hours) || (hours is null && _hours >= 0)
            || !TryNumber(Field(reader, _value), _lastValue, out long? value))
            return false;
        ReadOnlySpan<byte> person = Field(reader, _person), engagement = Field(reader, _engagement);
        if (person.Length == 0 || engagement.Length == 0)
            return false;
        Take(new(day.Number, day.Month, _people.Of(person, records), _engagements.Of(engagement, records), hours ?? 0, billable, TimeFile.IsDevelopment(Field(reader, _category)), value, currency, submitted, approved));
        return true;
    }

    private void FoldPatiently(Records records, Row row)
    {
        string? broken = records.Broken(header.Width);
        if (records.IsBlank)
            return;
        row.Begin(records.Line, broken);
        TimeEntry entry = TimeFile.Parse(row, header, records, _people, _engagements);
        row.NoteNoBreakSpaces(header, records);
        if (row.Lost is not null || row.Blanked.Count > 0)
            Faults.AddAll(row, row.Names);
        if (row.Lost is null)
        {
            Notes.AddAll(row);
            Take(entry);
            return;
        }
        Rows++;
        Tallies.See(entry.Engagement);
    }

    private void Take(in TimeEntry entry)
    {
        Rows++;
        Tallies.See(entry.Engagement);
        if (entry.Day > _today)
            return;
        Tallies.Add(entry.Engagement, entry.Value, entry.Currency);
        Cells.FindOrAdd(entry.Person, entry.Engagement, entry.Day - (entry.Day % 7), entry.Month).Add(entry, _today, Cells.Days);
    }

    private bool TryDayIfAny(ReadOnlySpan<byte> text, out int number)
    {
        number = -1;
        if (text.Length == 0)
            return true;
        bool read = _days.TryDay(text, out NumberedDay day);
        number = day.Number;
        return read;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, NumberMemo last, out long? number)
    {
        number = null;
        if (text.Length == 0)
            return true;
        bool read = last.TryMicros(text, out long scaled);
        number = scaled;
        return read;
    }

    private static ReadOnlySpan<byte> Field(CsvReader reader, int at) => at < 0 ? default : Values.Trim(reader.GetSpan(at));
}
