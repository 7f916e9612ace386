using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Cli.Sample;

/// <summary>One plain file: UTF-8, a header line, fields quoted as RFC 4180 asks, lines ended by LF on every machine.</summary>
internal static class PlainFile
{
    private static readonly char[] NeedQuotes = [',', '"', '\n', '\r'];

    public static void Write(string folder, string name, string header, IEnumerable<object?[]> rows)
    {
        using var file = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false));
        file.Write(header + "\n");
        foreach (var row in rows)
        {
            file.Write(string.Join(',', row.Select(Field)) + "\n");
        }
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        string text => Quoted(text),
        bool answer => answer ? "yes" : "no",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        YearMonth month => YearMonthPattern.Iso.Format(month),
        decimal number => number.ToString("0.00##", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a plain file has no way to write a {value.GetType().Name}", nameof(value)),
    };

    private static string Quoted(string text) =>
        text.IndexOfAny(NeedQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
