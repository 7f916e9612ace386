namespace Plumbline.Local.Commands;

/// <summary>Text for one line of a terminal: names in exports may hold line breaks and codes that a terminal would obey.</summary>
internal static class OneLine
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
        ? string.Create(text.Length, text, (line, from) =>
        {
            for (int i = 0; i < from.Length; i++)
                line[i] = char.IsControl(from[i]) ? Replacement : from[i];
        })
        : text;
}
