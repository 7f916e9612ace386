namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The text of each measure or kind of meeting of a file whose syntax is broken somewhere: from one line that begins with a dash, or names a section, to the next.</summary>
internal static class MeasureTexts
{
    /// <returns>With the section in whose list each stands; null before any section begins.</returns>
    public static IEnumerable<(string Text, int LinesBefore, string? Section)> Split(string text)
    {
        string[] lines = text.Split('\n');
        int first = 0;
        string? section = null;
        for (int i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && !Begins(lines[i]) && Section(lines[i]) is null)
                continue;
            if (lines[first..i].Any(IsContent))
                yield return (string.Join('\n', lines[first..i]), first, section);
            first = i;
            if (i < lines.Length && Section(lines[i]) is { } next)
                (section, first) = (next, i + 1);
        }
    }

    private static bool Begins(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.TrimEnd() == "-";

    private static string? Section(string line) => MeasuresFile.Sections.Find(s => line.TrimEnd() == $"{s}:");

    private static bool IsContent(string line) => line.Trim() is { Length: > 0 } content && content[0] != '#' && content != "---";
}
