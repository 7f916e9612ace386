using System.Text;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Pieces of a policy as faults cite them: not too long, and nothing in them that a terminal would obey.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static string Of(string text) => text.Length <= Longest ? $"'{Plain(text)}'" : $"'{Plain(text[..Cut(text)])}…'";

    /// <summary>As a list in a sentence.</summary>
    public static string All(IEnumerable<string> words) => string.Join(", ", words.Select(Of));

    /// <summary>The text with a mark for each character that cannot be shown.</summary>
    public static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) ? Rune.ReplacementChar.ToString() : r.ToString()));

    private static int Cut(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
