using System.Globalization;
using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// A value as a message shows it: at most 40 characters of it, on one line. What stands in a wrong place may be somebody's address, and
/// messages are stored and sent: that is not shown.
/// </summary>
internal static class Quoted
{
    private const int Most = 40;

    public static string Value(string? text) => Value(Encoding.UTF8.GetBytes(text ?? ""));

    public static string Value(ReadOnlySpan<byte> field)
    {
        if (field.Contains((byte)'@'))
            return "what looks like an e-mail address";
        StringBuilder text = new("'");
        int shown = 0;
        foreach (Rune each in Encoding.UTF8.GetString(field.Length > 4 * (Most + 1) ? field[..(4 * (Most + 1))] : field).EnumerateRunes())
        {
            if (shown++ == Most)
                return text.Append("...'").ToString();
            Append(text, each);
        }
        return text.Append('\'').ToString();
    }

    private static void Append(StringBuilder text, Rune each)
    {
        if (HiddenMark.Is(each))
            text.Append(CultureInfo.InvariantCulture, $"\\u{each.Value:x4}");
        else
            text.Append(each.ToString());
    }
}
