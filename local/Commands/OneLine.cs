using System.Globalization;
using System.Text;

namespace Plumbline.Local.Commands;

/// <summary>
/// Text for one line of a terminal: names in exports may hold line breaks, codes that a terminal would obey, and marks that cannot be
/// seen or turn the line around.
/// </summary>
internal static class OneLine
{
    public static string Of(string text) => IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Select(r => (IsHidden(r) ? Rune.ReplacementChar : r).ToString()));

    // Most lines are of Latin letters, which are told by ranges at once.
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\0', '\u001F') && !text.ContainsAnyInRange('\u007F', '\u009F') && !text.Contains('\u00AD') && !text.ContainsAnyInRange('\u0250', '\uFFFF');

    // As the values that messages quote. Half a surrogate pair is replaced in making runes.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
