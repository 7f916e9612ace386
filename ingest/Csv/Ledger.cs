using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Csv;

/// <summary>What the rows of one file came to: each is a fact, a fault, unmatched, or the same again.</summary>
/// <param name="disputed">Keys of rows that differ, as an earlier reading of the same file numbered them, with two lines of each.</param>
internal sealed class Ledger<T>(Shape shape, Known known, IReadOnlyDictionary<int, (int First, int Other)> disputed) where T : class
{
    private readonly List<T> _facts = [];
    private readonly List<Named> _lost = [];
    private readonly List<string> _ids = [];
    private readonly FaultLog _faults = new(shape.Source);
    private readonly StrangeWords _strange = new(shape.Source, known);
    private readonly bool[] _matched = new bool[known.Accounts];
    private readonly SortedDictionary<string, long> _unmatchedMoney = new(StringComparer.Ordinal);
    private readonly UnknownIds _unknownIds = new(shape.Source, known);
    private readonly NoteLog _noted = new();
    private int _unmatched;
    private int _ofPeople;
    private int _identical;
    private int _rows;

    /// <param name="key">The number of what the row is the same thing as; -1 where it does not say.</param>
    /// <param name="repeated">Whether a row of that key came before.</param>
    public void Add(Row row, T fact, int key, bool repeated)
    {
        _rows++;
        if (shape.KeepsIds && row.OwnId is { } id)
            _ids.Add(id);
        if (disputed.Count > 0 && disputed.TryGetValue(key, out (int First, int Other) lines))
            row.Lose(shape.Key[^1], $"{Quoted.Value(row.OwnId)} stands in line {(lines.First == row.Line ? lines.Other : lines.First)} as well, with other values; keep the row that is right");
        else if (repeated)
        {
            // Identical rows count once; were they different, the file would be read again and their key be disputed.
            _identical++;
            return;
        }
        Enter(row, fact);
    }

    /// <summary>All of it, once the last row is in; refused where too many rows name nothing.</summary>
    public Content<T> Close(SourceReading reading, Header header)
    {
        Tolerate.Nameless(shape.Source, _faults, _rows);
        return new(
            reading with
            {
                State = _rows == 0 ? ReadingState.Empty : reading.State,
                Why = _rows == 0 ? Empty.Why(shape.Source) : reading.Why,
                Rows = _rows,
                LackingColumns = header.Lacking,
                Faults = _faults.InOrder(),
                Unmatched = _unmatched == 0 ? Unmatched.None : new(_unmatched, [.. _unmatchedMoney.Select(m => new Money(m.Value, m.Key))]) { OfPeople = _ofPeople },
                UnknownIds = _unknownIds.Lines(),
                Matched = known.Matched(_matched),
                Ids = shape.KeepsIds ? new IdSet(_ids) : null,
                Notes = Notes(header),
            },
            _facts,
            _lost);
    }

    private void Enter(Row row, T fact)
    {
        if (row.IsIgnored)
            return;
        _strange.Add(row);
        if (row.AccountNumber >= 0)
            _matched[row.AccountNumber] = true;
        if (row.Lost is not null || row.Blanked.Count > 0)
            Fault(row);
        if (row.Lost is not null)
            return;
        _noted.AddAll(row);
        if (row.UnknownIds.Count > 0)
            foreach ((IdKind kind, string unknown) in row.UnknownIds)
                _unknownIds.Add(kind, unknown, row.Line, 1, row.Worth is { } worth ? [worth] : []);
        if (row.Unmatched || row.OfUnknownPerson)
            Strange(row.Worth);
        if (row.Unmatched && !shape.KeepsUnmatched)
            return;
        if (row.OfUnknownPerson)
            _ofPeople++;
        _facts.Add(fact);
    }

    private void Fault(Row row)
    {
        Named names = row.Names;
        _faults.AddAll(row, names);
        if (row.Lost is not null)
            _lost.Add(names);
    }

    private void Strange(Money? worth)
    {
        _unmatched++;
        if (worth is { } money)
            _unmatchedMoney[money.Currency] = Saturating.Sum(_unmatchedMoney.GetValueOrDefault(money.Currency), money.Minor);
    }

    private ImmutableArray<string> Notes(Header header)
    {
        ImmutableArray<string> notes = header.Notes.AddRange(_strange.Notes());
        if (_identical > 0)
            notes = notes.Add(string.Create(CultureInfo.InvariantCulture, $"{shape.Source}: {_identical:N0} rows are identical to an earlier one and count once"));
        notes = notes.AddRange(_noted.InOrder());
        return _faults.Note is { } note ? notes.Add(note) : notes;
    }
}
