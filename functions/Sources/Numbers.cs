namespace Plumbline.Functions.Sources;

/// <summary>Small numbers for the ids of a file: the same for every part of it, each part remembering those that it has met.</summary>
internal sealed class Numbers(Numbers.Shared all)
{
    private readonly IdTable _met = new();
    private readonly List<int> _numbers = [];

    public int Of(ReadOnlySpan<byte> id)
    {
        int met = _met.FindOrAdd(id);
        if (met == _numbers.Count)
            _numbers.Add(all.Of(id));
        return _numbers[met];
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
