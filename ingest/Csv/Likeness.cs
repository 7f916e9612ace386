namespace Plumbline.Ingest.Csv;

/// <summary>How far a column's name is from the one that was probably meant.</summary>
internal static class Likeness
{
    /// <summary>Edits from one name to the other, fewer where both begin with the same word; int.MaxValue where they are strangers.</summary>
    private static int Distance(string expected, string found)
    {
        string other = found.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        int edits = other.Length <= 40 ? Edits(expected, other) : int.MaxValue;
        bool sameWord = FirstWord(expected) == FirstWord(other);
        return sameWord || edits <= Math.Max(1, expected.Length / 4) ? edits : int.MaxValue;
    }

    /// <summary>The one that was probably meant; null where none was.</summary>
    public static string? Nearest(string expected, List<string> found)
    {
        string? nearest = null;
        int least = int.MaxValue;
        foreach (string each in found)
            if (Distance(expected, each) is var far && far < least)
                (nearest, least) = (each, far);
        return nearest;
    }

    private static string FirstWord(string name) => name.Split('_')[0];

    private static int Edits(string one, string other)
    {
        int[] before = [.. Enumerable.Range(0, other.Length + 1)];
        foreach (char letter in one)
        {
            int[] now = new int[before.Length];
            now[0] = before[0] + 1;
            for (int i = 0; i < other.Length; i++)
                now[i + 1] = Math.Min(before[i] + (letter == other[i] ? 0 : 1), 1 + Math.Min(now[i], before[i + 1]));
            before = now;
        }
        return before[^1];
    }
}
