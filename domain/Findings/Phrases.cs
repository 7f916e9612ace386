namespace Plumbline.Domain.Findings;

/// <summary>The small change of sentences: lists, articles, names of systems.</summary>
internal static class Phrases
{
    /// <summary>So many of a list are named; the rest are counted.</summary>
    private const int Named = 3;

    /// <summary>As <c>A, B and C</c>.</summary>
    public static string And(IEnumerable<string> all) => Listed([.. all], "and");

    /// <summary>As <c>A, B or C</c>.</summary>
    public static string Or(IEnumerable<string> all) => Listed([.. all], "or");

    /// <summary>As <c>A, B or C</c>, and of many <c>A, B, C or 4 more</c>.</summary>
    public static string Any(IReadOnlyCollection<string> all, string last = "or") => Listed(all.Count <= Named + 1
        ? [.. all] : [.. all.Take(Named), $"{all.Count - Named} more"], last);

    /// <summary>With the article that stands before one of it: <c>a one-to-one</c>, <c>an update of its record</c>.</summary>
    public static string WithArticle(this string noun) =>
        noun.Length > 0 && "aeiouAEIOU".Contains(noun[0], StringComparison.Ordinal) && !noun.StartsWith("one", StringComparison.Ordinal) ? $"an {noun}" : $"a {noun}";

    /// <summary>Systems as people write them: <c>CRM</c>, <c>ledger</c>.</summary>
    public static string SystemName(string system) => system is "crm" or "psa" ? system.ToUpperInvariant() : system;

    public static string TheSystem(string system) => $"the {SystemName(system)}";

    private static string Listed(string[] all, string last) =>
        all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
}
