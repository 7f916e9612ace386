using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>What the rows of one file came to: each is a fact, a fault, unmatched, or the same again.</summary>
internal sealed class Ledger<T>(Shape shape) where T : class
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _firstByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly FaultLog _faults = new(shape.Source);
    private int _identical;
    private int _rows;

    /// <param name="print">A hash of all its fields, by which identical rows are known.</param>
    /// <param name="key">Null where the row has none.</param>
    public void Add(Row row, T fact, string? key, ulong print)
    {
        _rows++;
        Named names = row.Names;
        if (names.Id is { } id && shape.KeepsIds)
            _ids.Add(id);
        if (key is not null && !_firstByKey.TryAdd(key, _entries.Count))
        {
            Repeat(row, names, _firstByKey[key], print);
            return;
        }
        _faults.AddAll(row, names);
        _entries.Add(new(row.Lost is null && !row.Unmatched ? fact : null, names, row.Line, print) { Lost = row.Lost is not null, Unmatched = row.Unmatched, Worth = row.Worth });
    }

    /// <summary>All of it, once the last row is in; refused where too many rows name nothing.</summary>
    public Content<T> Close(SourceReading reading, Header header)
    {
        Tolerate.Nameless(shape.Source, _faults, _rows);
        Entry[] unmatched = [.. _entries.Where(e => e is { Unmatched: true, Lost: false })];
        return new(
            reading with
            {
                Rows = _rows,
                LackingColumns = header.Lacking,
                Faults = _faults.InOrder(),
                Unmatched = new(unmatched.Length, Totals(unmatched)),
                Matched = [.. _entries.Where(e => !e.Unmatched && e.Names.Account is not null).Select(e => e.Names.Account ?? default)],
                Ids = shape.KeepsIds ? _ids : null,
                Notes = [.. header.Notes, .. Notes()],
            },
            [.. _entries.Where(e => e is { Lost: false, Fact: not null }).Select(e => e.Fact).OfType<T>()],
            [.. _entries.Where(e => e.Lost).Select(e => e.Names)]);
    }

    /// <summary>A row whose key was there before: identical ones count once; of differing ones none is believed, the first neither.</summary>
    private void Repeat(Row row, Named names, int first, ulong print)
    {
        ref Entry before = ref CollectionsMarshal.AsSpan(_entries)[first];
        if (before.Print == print)
        {
            _identical++;
            return;
        }
        if (!before.Lost)
            _faults.Add(before.Line, shape.Key[^1], Differs(before.Line, row.Line, names), rowLost: true, before.Names);
        before.Lost = true;
        _faults.Add(row.Line, shape.Key[^1], Differs(row.Line, before.Line, names), rowLost: true, names);
        _entries.Add(new(null, names, row.Line, print) { Lost = true, Unmatched = row.Unmatched });
    }

    private string Differs(int line, int other, Named names) => string.Create(CultureInfo.InvariantCulture,
        $"{shape.Source} line {line}, column {shape.Key[^1]}: {Quoted.Value(names.Id)} stands in line {other} as well, with other values; keep the row that is right");

    private static ImmutableArray<Money> Totals(IEnumerable<Entry> entries) =>
    [
        .. entries.Select(e => e.Worth).OfType<Money>().GroupBy(m => m.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Money(long.CreateSaturating(g.Aggregate(Int128.Zero, (sum, m) => sum + m.Minor)), g.Key)),
    ];

    private IEnumerable<string> Notes()
    {
        if (_identical > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{shape.Source}: {_identical:N0} rows are identical to an earlier one and count once");
        if (_faults.Note is { } note)
            yield return note;
    }

    private record struct Entry(T? Fact, Named Names, int Line, ulong Print)
    {
        public bool Lost { get; set; }

        public bool Unmatched { get; set; }

        public Money? Worth { get; set; }
    }
}
