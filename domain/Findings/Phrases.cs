namespace Plumbline.Domain.Findings;

/// <summary>The small change of sentences: lists, articles, names of systems.</summary>
internal static class Phrases
{
    /// <summary>So many of a list are named; the rest are counted.</summary>
    private const int Named = 3;

    private const string Alternative = " or ";

    /// <summary>The roles of which everybody belongs to a team.</summary>
    private static readonly string[] Teams = ["core", "extended", "partner", "corporate"];

    /// <summary>What stands between a noun and what says more of it.</summary>
    private static readonly string[] Links = [Alternative, " of ", " on "];

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

    /// <summary>Several of it: <c>timesheets</c>, <c>statements of work</c>, <c>risks or issues</c>.</summary>
    public static string Plural(this string noun)
    {
        foreach (string link in Links)
            if (noun.IndexOf(link, StringComparison.Ordinal) is > 0 and int at)
                return link == Alternative ? $"{noun[..at].Plural()}{link}{noun[(at + link.Length)..].Plural()}" : $"{noun[..at].Plural()}{noun[at..]}";
        return noun switch
        {
            "person" => "people",
            [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => $"{noun[..^1]}ies",
            [.., 's'] => noun,
            _ => $"{noun}s",
        };
    }

    public static bool IsTeam(string? role) => Teams.Contains(role);

    /// <summary>As somebody has a role: <c>delivery lead</c>, <c>in the core team</c>.</summary>
    public static string OfRole(string role) => IsTeam(role) ? $"in the {role} team" : role;

    /// <summary>As somebody acts: <c>as delivery lead</c>, <c>in the core team</c>.</summary>
    public static string AsRole(string role) => IsTeam(role) ? OfRole(role) : $"as {role}";

    /// <summary>Systems as people write them: <c>CRM</c>, <c>ledger</c>.</summary>
    public static string SystemName(string system) => system is "crm" or "psa" ? system.ToUpperInvariant() : system;

    public static string TheSystem(string system) => $"the {SystemName(system)}";

    private static string Listed(string[] all, string last) =>
        all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
}
