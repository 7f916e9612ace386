using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>Small numbers for the ids of a file: the same for every part of it, each part remembering those that it has met.</summary>
internal sealed class Numbers(Numbers.Shared all)
{
    private readonly IdTable _met = new();
    private readonly List<int> _numbers = [];

    // Where each was met first: a place of the records being read, and a line once they are read.
    private readonly List<int> _firsts = [];
    private int _last = -1;
    private int _lines;

    public int Of(ReadOnlySpan<byte> id, Records records)
    {
        // Mostly it is the same as in the row before, or the one that came next the first time: each week goes through the same people.
        if (!_met.Is(_last, id))
            _last = _met.Is(_last + 1, id) ? _last + 1 : _met.FindOrAdd(id);
        if (_last == _numbers.Count)
        {
            _numbers.Add(all.Of(id));
            _firsts.Add(records.Place);
        }
        return _numbers[_last];
    }

    /// <summary>Turns the places of these records into lines, before others are read.</summary>
    public void CountLines(Records records)
    {
        for (; _lines < _firsts.Count; _lines++)
            _firsts[_lines] = records.LineAt(_firsts[_lines]);
    }

    /// <summary>Lowers the first lines, by number, to those of the ids that were met here.</summary>
    public void FirstLines(Span<int> lines)
    {
        for (int i = 0; i < _numbers.Count; i++)
            lines[_numbers[i]] = Math.Min(lines[_numbers[i]], _firsts[i]);
    }

    /// <summary>Every id that any part has met.</summary>
    internal sealed class Shared
    {
        private readonly Lock _gate = new();
        private readonly IdTable _table = new();

        public int Count => _table.Count;

        public ReadOnlySpan<byte> Bytes(int number) => _table.Bytes(number);

        public string Id(int number) => _table.Text(number);

        public int Of(ReadOnlySpan<byte> id)
        {
            lock (_gate)
                return _table.FindOrAdd(id);
        }
    }
}
