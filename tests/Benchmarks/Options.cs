using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Benchmarks;

/// <summary>What follows the folder on the command line: options with a value each.</summary>
internal sealed class Options(IEnumerable<string> words)
{
    private readonly List<string> _left = [.. words];

    public int? Number(string name) => Value(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"--{name} {text} is not a whole number above zero");

    public LocalDate? Day(string name) => Value(name) is not { } text
        ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value
            : throw new ArgumentException($"--{name} {text} is not a day as yyyy-MM-dd");

    public string? Text(string name) => Value(name);

    public void RefuseOthers()
    {
        if (_left.Count > 0)
        {
            throw new ArgumentException($"unknown: {string.Join(' ', _left)}");
        }
    }

    private string? Value(string name)
    {
        var at = _left.IndexOf($"--{name}");
        if (at < 0)
        {
            return null;
        }

        var value = at + 1 < _left.Count ? _left[at + 1] : throw new ArgumentException($"--{name} has no value");
        _left.RemoveRange(at, 2);
        return value;
    }
}
