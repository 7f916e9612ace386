namespace Plumbline.Domain.Facts.Meetings;

/// <summary>Words within a text, whole and in any case: <c>retro</c> is in "Team retro, week 3" and not in "Retrofit".</summary>
internal static class Phrase
{
    public static bool IsIn(string? text, string phrase)
    {
        if (text is null || phrase.Length == 0)
            return false;
        for (int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            if (IsEdge(text, at - 1) && IsEdge(text, at + phrase.Length))
                return true;
        return false;
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
