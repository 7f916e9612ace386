namespace Plumbline.Functions.Policies;

/// <summary>The text of each measure of a file whose syntax is broken somewhere: from one line that begins with a dash to the next.</summary>
internal static class MeasureTexts
{
    public static IEnumerable<(string Text, int LinesBefore)> Split(string text)
    {
        string[] lines = text.Split('\n');
        int first = 0;
        for (int i = 1; i <= lines.Length; i++)
        {
            if (i < lines.Length && !Begins(lines[i]))
                continue;
            string part = string.Join('\n', lines[first..i]);
            if (lines[first..i].Any(IsContent))
                yield return (part, first);
            first = i;
        }
    }

    private static bool Begins(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.TrimEnd() == "-";

    private static bool IsContent(string line) => line.Trim() is { Length: > 0 } content && content[0] != '#' && content != "---";
}
