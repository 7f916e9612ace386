using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// The faults of one file, one for each thing they name, so that a million bad rows do not fill the memory. Beyond
/// <see cref="Most"/> the days are left out of what they name: they then name more, never less.
/// </summary>
internal sealed class FaultLog(string source)
{
    private const int Most = 10_000;

    private readonly Dictionary<(bool RowLost, string? Column, Named Names), Fault> _faults = [];
    private int _all;
    private bool _coarse;

    /// <summary>How many rows were lost.</summary>
    public int RowsLost { get; private set; }

    /// <summary>How many lost rows name nothing at all.</summary>
    public int Nameless { get; private set; }

    /// <param name="isStrange">Whether a word that nobody knows is to blame: such rows do not refuse a file.</param>
    public void Add(int line, string? column, string message, bool rowLost, Named names, bool isStrange = false)
    {
        _all++;
        if (rowLost)
            RowsLost++;
        if (rowLost && names.Nothing && !isStrange)
            Nameless++;
        Keep(new Fault(source, line, column, message, rowLost, names) { IsUnknownWord = isStrange });
    }

    /// <summary>What is wrong with the row: what cost all of it, or the values that cost themselves.</summary>
    public void AddAll(Row row, Named names)
    {
        if (row.Lost is { } lost)
            Add(row.Line, lost.Column, lost.Message, rowLost: true, names, row.Strange.Count > 0);
        else
            foreach ((string column, string message) in row.Blanked)
                Add(row.Line, column, message, rowLost: false, names, row.Strange.Exists(s => s.Column == column));
    }

    public void AddAll(FaultLog other)
    {
        _all += other._all;
        RowsLost += other.RowsLost;
        Nameless += other.Nameless;
        foreach (Fault fault in other._faults.Values)
            Keep(fault);
    }

    public ImmutableArray<Fault> InOrder() => _faults.Count == 0 ? [] : [.. _faults.Values.OrderBy(f => f.Line).ThenBy(f => f.Column, StringComparer.Ordinal).ThenBy(f => f.Names.Id, StringComparer.Ordinal)];

    public string? Note => _all == _faults.Count ? null
        : string.Create(CultureInfo.InvariantCulture, $"{source}: and {_all - _faults.Count:N0} more faults like these");

    private void Keep(Fault fault)
    {
        Fault kept = _coarse && fault.Names.Day is not null ? fault with { Names = fault.Names with { Day = null } } : fault;
        var key = (kept.RowLost, kept.Column, kept.Names);
        if (!_faults.TryGetValue(key, out Fault? first) || kept.Line < first.Line)
            _faults[key] = kept;
        if (_faults.Count > Most && !_coarse)
            Coarsen();
    }

    private void Coarsen()
    {
        _coarse = true;
        Fault[] faults = [.. _faults.Values];
        _faults.Clear();
        foreach (Fault fault in faults)
            Keep(fault);
    }
}
