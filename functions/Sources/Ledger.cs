using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>What the rows of one file came to: each is a fact, a fault, unmatched, or the same again.</summary>
/// <param name="disputed">Keys of rows that differ, as an earlier reading of the same file found them, with two lines of each.</param>
internal sealed class Ledger<T>(Shape shape, Known known, IReadOnlyDictionary<string, (int First, int Other)> disputed) where T : class
{
    private readonly List<T> _facts = [];
    private readonly List<Named> _lost = [];
    private readonly Dictionary<string, (ulong Print, int Line)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly FaultLog _faults = new(shape.Source);
    private readonly bool[] _matched = new bool[known.Accounts];
    private readonly SortedDictionary<string, long> _unmatchedMoney = new(StringComparer.Ordinal);
    private int _unmatched;
    private int _identical;
    private int _rows;

    /// <summary>Where there are any, the file is to be read again: rows were believed before they were disputed.</summary>
    public Dictionary<string, (int First, int Other)> Disputes { get; } = new(StringComparer.Ordinal);

    /// <param name="print">A hash of all its fields, by which identical rows are known.</param>
    /// <param name="key">Null where the row has none.</param>
    public void Add(Row row, T fact, string? key, ulong print)
    {
        _rows++;
        if (key is not null && Repeats(row, key, print))
            return;
        if (row.AccountNumber >= 0)
            _matched[row.AccountNumber] = true;
        if (row.Lost is not null || row.Blanked.Count > 0)
            Fault(row);
        if (row.Lost is not null)
            return;
        if (row.Unmatched)
            Strange(row.Worth);
        else
            _facts.Add(fact);
    }

    /// <summary>All of it, once the last row is in; refused where too many rows name nothing.</summary>
    public Content<T> Close(SourceReading reading, Header header)
    {
        Tolerate.Nameless(shape.Source, _faults, _rows);
        return new(
            reading with
            {
                Rows = _rows,
                LackingColumns = header.Lacking,
                Faults = _faults.InOrder(),
                Unmatched = _unmatched == 0 ? Unmatched.None : new(_unmatched, [.. _unmatchedMoney.Select(m => new Money(m.Value, m.Key))]),
                Matched = known.Matched(_matched),
                Ids = shape.KeepsIds ? _ids : null,
                Notes = Notes(header),
            },
            _facts,
            _lost);
    }

    /// <summary>Whether the row is one to leave out: identical ones count once; of differing ones none is believed, the first neither.</summary>
    private bool Repeats(Row row, string key, ulong print)
    {
        if (shape.KeepsIds && row.OwnId is { } id)
            _ids.Add(id);
        if (disputed.TryGetValue(key, out (int First, int Other) lines))
        {
            row.Lose(shape.Key[^1], $"{Quoted.Value(row.OwnId)} stands in line {(lines.First == row.Line ? lines.Other : lines.First)} as well, with other values; keep the row that is right");
            return false;
        }
        ref (ulong Print, int Line) first = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, key, out bool repeated);
        if (!repeated)
            first = (print, row.Line);
        else if (first.Print == print)
            _identical++;
        else
            Disputes.TryAdd(key, (first.Line, row.Line));
        return repeated;
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
            _unmatchedMoney[money.Currency] = Cell.Sum(_unmatchedMoney.GetValueOrDefault(money.Currency), money.Minor);
    }

    private ImmutableArray<string> Notes(Header header)
    {
        ImmutableArray<string> notes = header.Notes;
        if (_identical > 0)
            notes = notes.Add(string.Create(CultureInfo.InvariantCulture, $"{shape.Source}: {_identical:N0} rows are identical to an earlier one and count once"));
        return _faults.Note is { } note ? notes.Add(note) : notes;
    }
}
