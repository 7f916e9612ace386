using System.Text;
using Plumbline.Ingest.Csv;

namespace Plumbline.Cli.Commands;

/// <summary>
/// Text for one line of a terminal: names in exports may hold line breaks, codes that a terminal would obey, and marks that cannot be
/// seen or turn the line around.
/// </summary>
internal static class OneLine
{
    // Half a surrogate pair is replaced in making runes.
    public static string Of(string text) => IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Select(r => (HiddenMark.Is(r) ? Rune.ReplacementChar : r).ToString()));

    // Most lines are of Latin letters, which are told by ranges at once.
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        !text.ContainsAnyInRange('\0', '\u001F') && !text.ContainsAnyInRange('\u007F', '\u009F') && !text.Contains('\u00AD') && !text.ContainsAnyInRange('\u0250', '\uFFFF');
}
