namespace Plumbline.Functions.Policies;

/// <summary>Pieces of a policy as faults cite them.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static string Of(string text) => text.Length <= Longest ? $"'{text}'" : $"'{text[..Cut(text)]}…'";

    /// <summary>As a list in a sentence.</summary>
    public static string All(IEnumerable<string> words) => string.Join(", ", words.Select(Of));

    private static int Cut(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
