using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>Values that rows repeat, each made a string once.</summary>
internal sealed class Words
{
    private const int Most = 1 << 15;

    private readonly IdTable _table = new();
    private readonly List<string> _words = [];

    /// <summary>Whether they are made in lower case.</summary>
    public bool Lower { get; init; }

    public string this[ReadOnlySpan<byte> text]
    {
        get
        {
            if (text.Length > 40 || (_table.Count == Most && _table.Find(text) < 0))
                return Made(text);
            int number = _table.FindOrAdd(text);
            if (number == _words.Count)
                _words.Add(Made(text));
            return _words[number];
        }
    }

    private string Made(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text) is var word && Lower ? word.ToLowerInvariant() : word;
}
