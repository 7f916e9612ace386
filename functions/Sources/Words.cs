using System.Text;

namespace Plumbline.Functions.Sources;

/// <summary>Values that rows repeat, each made a string once.</summary>
internal sealed class Words
{
    private const int Most = 4096;

    private readonly IdTable _table = new();
    private readonly List<string> _words = [];

    public string this[ReadOnlySpan<byte> text]
    {
        get
        {
            if (text.Length > 40 || (_table.Count == Most && _table.Find(text) < 0))
                return Encoding.UTF8.GetString(text);
            int number = _table.FindOrAdd(text);
            if (number == _words.Count)
                _words.Add(Encoding.UTF8.GetString(text));
            return _words[number];
        }
    }
}
