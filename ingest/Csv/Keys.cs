using System.Text;
using CsvHelper;

namespace Plumbline.Ingest.Csv;

/// <summary>What the rows of a file are the same things as: the keys met so far, with the row that came first and those that differ from it.</summary>
internal sealed class Keys(Shape shape)
{
    private readonly IdTable _table = new();
    private readonly List<(ulong Print, int Line)> _first = [];

    /// <summary>For keys of rows that differ, two lines of theirs.</summary>
    public Dictionary<int, (int First, int Other)> Disputed { get; } = [];

    /// <summary>The key's number, and whether it was there before; -1 for a row that does not say what it is.</summary>
    public (int Number, bool Repeated) Enter(Header header, CsvReader reader, int line, ulong print)
    {
        int number = Number(header, reader);
        bool repeated = number >= 0 && number < _first.Count;
        if (number == _first.Count)
            _first.Add((print, line));
        else if (repeated && _first[number].Print != print)
            Disputed.TryAdd(number, (_first[number].Line, line));
        return (number, repeated);
    }

    private int Number(Header header, CsvReader reader)
    {
        if (shape.Key.Length == 0)
            return -1;
        ReadOnlySpan<byte> id = Field(header, reader, shape.Key.Length - 1);
        if (id.Length == 0)
            return -1;
        if (shape.Key.Length == 1)
            return _table.FindOrAdd(id);
        ReadOnlySpan<byte> part = Field(header, reader, 0);
        return part.Length == 0 ? -1 : _table.FindOrAdd($"{Encoding.UTF8.GetString(part).ToLowerInvariant()}\n{Encoding.UTF8.GetString(id)}");
    }

    private static ReadOnlySpan<byte> Field(Header header, CsvReader reader, int part) => Values.Trim(reader.GetSpan(header.KeyPlaces[part]));
}
