using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>A measure's id, which becomes part of keys, and its title, which people read.</summary>
internal static class MeasureNames
{
    /// <summary>The engine's own measure of its sources; the policy has none of that name.</summary>
    private const string Reserved = "source-read";

    private const int LongestId = 60;
    private const int LongestTitle = 200;

    public static string? Id(Text? text, FaultList faults)
    {
        if (text is null)
            return null;
        if (text.Value == Reserved)
            faults.Add(text.At, $"the id '{Reserved}' is the engine's own");
        else if (IsId(text.Value))
            return text.Value;
        else
            faults.Add(text.At, $"{Quote.Of(text.Value)} is no id: it has lower-case letters, digits and hyphens, at most {LongestId}, and begins with a letter", Meant(text.Value));
        return null;
    }

    public static string? Title(Text? text, FaultList faults)
    {
        if (text is null || text.Value.Length <= LongestTitle)
            return text?.Value;
        faults.Add(text.At, $"the title is longer than {LongestTitle} characters");
        return null;
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && char.IsAsciiLetterLower(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string? Meant(string written)
    {
        string id = written.ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        return IsId(id) ? id : null;
    }
}
