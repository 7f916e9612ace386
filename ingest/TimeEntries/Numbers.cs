using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>Small numbers for the ids of a file: the same for every part of it, each part remembering those that it has met.</summary>
internal sealed class Numbers(Numbers.Shared all)
{
    private readonly IdTable _met = new();
    private readonly List<int> _numbers = [];
    private int _last = -1;

    public int Of(ReadOnlySpan<byte> id)
    {
        // Mostly it is the same as in the row before, or the one that came next the first time: each week goes through the same people.
        if (!_met.Is(_last, id))
            _last = _met.Is(_last + 1, id) ? _last + 1 : _met.FindOrAdd(id);
        if (_last == _numbers.Count)
            _numbers.Add(all.Of(id));
        return _numbers[_last];
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
