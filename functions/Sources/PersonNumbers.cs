namespace Plumbline.Functions.Sources;

/// <summary>Small numbers for the people of a file: the same for every part of it, each part remembering those that it has met.</summary>
internal sealed class PersonNumbers(PersonNumbers.Shared all)
{
    private readonly Dictionary<string, int> _met = IdComparer.Table<int>();

    public int Number(ReadOnlySpan<byte> id)
    {
        var met = _met.GetAlternateLookup<ReadOnlySpan<byte>>();
        return met.TryGetValue(id, out int number) ? number : met[id] = all.Number(System.Text.Encoding.UTF8.GetString(id));
    }

    public int Number(string id) => _met.TryGetValue(id, out int number) ? number : _met[id] = all.Number(id);

    /// <summary>Everybody whom any part has met.</summary>
    internal sealed class Shared
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _ids = [];

        public string Id(int number) => _ids[number];

        public int Number(string id)
        {
            lock (_gate)
            {
                if (!_numbers.TryGetValue(id, out int number))
                {
                    _numbers[id] = number = _ids.Count;
                    _ids.Add(id);
                }
                return number;
            }
        }
    }
}
