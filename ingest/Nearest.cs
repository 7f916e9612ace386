namespace Plumbline.Ingest;

/// <summary>What was probably meant: the known word that the fewest slips of the hand turn into the one written.</summary>
public static class Nearest
{
    private const int Longest = 64;

    /// <summary>Null where none is near: at most one slip for each three letters, and never more than four.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > Longest)
            return null;
        int limit = Math.Clamp(written.Length / 3, 1, 4);
        string? best = null;
        int fewest = limit + 1;
        foreach (string word in known)
        {
            if (Math.Abs(word.Length - written.Length) >= fewest)
                continue;
            int slips = Slips(written, word);
            if (slips < fewest)
                (best, fewest) = (word, slips);
        }
        return best;
    }

    /// <summary>Letters added, dropped, changed, or swapped with their neighbour; case is no slip.</summary>
    private static int Slips(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
            {
                int change = d[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                d[i, j] = Math.Min(change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
