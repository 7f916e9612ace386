using System.Text.RegularExpressions;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Fences;

/// <summary>
/// Which folder of <c>domain</c> and of <c>ingest</c> may name which. A text scan: a guard, not a proof; that a namespace is its folder
/// makes it sound.
/// </summary>
public partial class FolderFence
{
    private static readonly Dictionary<string, string[]> Domain = new()
    {
        ["Time"] = [],
        ["Facts"] = ["Time"],
        ["Findings"] = ["Time", "Facts"],
        ["Measures"] = ["Time", "Facts", "Findings"],
        ["Alerts"] = ["Time", "Facts", "Findings"],
    };

    /// <summary>A path of folders below the root may be a key of its own; the longest that fits a file counts.</summary>
    private static readonly Dictionary<string, string[]> Ingest = new()
    {
        ["Csv"] = [],
        ["TimeEntries"] = ["Csv"],
        ["Calendars"] = ["Csv"],
        ["Exports"] = ["Csv", "TimeEntries", "Calendars"],
        ["Policies/Syntax"] = [],
        ["Policies/Grammar"] = ["Policies/Syntax"],
        ["Policies"] = ["Policies/Syntax", "Policies/Grammar"],
        ["PolicyTests"] = ["Csv", "TimeEntries", "Exports", "Policies", "Policies/Syntax", "Policies/Grammar"],
        ["Findings"] = [],
    };

    /// <summary>Of the facts an alert knows those words alone in which a finding says whose it is and what it is worth.</summary>
    private static readonly string[] FactsOfAlerts = ["AccountId", "PersonId", "Money"];

    [Fact]
    public void An_alert_knows_ids_and_money_and_no_other_fact() => Assert.Empty(
        from each in Mentions.Of(typeof(Finding).Assembly.DefinedTypes.Where(t => t.Namespace == "Plumbline.Domain.Alerts"))
        where each.Mentioned.Namespace == "Plumbline.Domain.Facts" && !FactsOfAlerts.Contains(each.Mentioned.Name)
        select $"{each.Where} says {each.Mentioned.Name}");

    [Fact]
    public void An_alert_never_sees_a_measure() => Assert.DoesNotContain(
        Mentions.Of(typeof(Finding).Assembly.DefinedTypes.Where(t => t.Namespace == "Plumbline.Domain.Alerts")),
        each => each.Mentioned.Namespace?.StartsWith("Plumbline.Domain.Measures", StringComparison.Ordinal) == true);

    [Fact]
    public void A_folder_of_the_domain_names_only_those_that_it_may_use() => Assert.Empty(Offences("domain", Domain));

    [Fact]
    public void A_folder_of_ingest_names_only_those_that_it_may_use() => Assert.Empty(Offences("ingest", Ingest));

    [Fact]
    public void Every_folder_of_code_is_in_the_tables()
    {
        Assert.Equal(Domain.Keys.Order(), Folders("domain", Domain));
        Assert.Equal(Ingest.Keys.Append("").Order(), Folders("ingest", Ingest));
    }

    [Theory]
    [InlineData("using Plumbline.Domain.Alerts;", true)]
    [InlineData("Alerts.Alert alert = new();", true)]
    [InlineData("/// <summary>Alerts. Nothing else.</summary>", false)]
    [InlineData("view.Alerts.Count", false)]
    public void The_fence_sees_a_using_and_a_bare_name(string line, bool seen) => Assert.Equal(seen, Named(line, "domain", Domain).Contains("Alerts"));

    private static IEnumerable<string> Offences(string root, Dictionary<string, string[]> mayUse) =>
        from file in Repository.Sources(root)
        let path = PathIn(root, file)
        let folder = FolderOf(path, mayUse)
        where folder.Length > 0
        from other in Named(File.ReadAllText(file), root, mayUse)
        where other != folder && !mayUse[folder].Contains(other)
        select $"{path} names {other}";

    private static IEnumerable<string> Folders(string root, Dictionary<string, string[]> mayUse) =>
        Repository.Sources(root).Select(f => FolderOf(PathIn(root, f), mayUse)).Distinct().Order();

    /// <summary>The folders that a text names: by their namespace, or by their bare name before that of a type.</summary>
    private static IEnumerable<string> Named(string text, string root, Dictionary<string, string[]> mayUse)
    {
        string code = Comment().Replace(text, "");
        return Regex.Matches(code, $@"\bPlumbline\.{root}\.([\w.]+)", RegexOptions.IgnoreCase).Select(m => FolderOf(m.Groups[1].Value.Replace('.', '/') + "/", mayUse))
            .Concat(mayUse.Keys.Where(k => Regex.IsMatch(code, $@"(?<![\w.]){k.Replace('/', '.')}\.(?=[A-Z])")))
            .Where(mayUse.ContainsKey).Distinct();
    }

    private static string PathIn(string root, string file) => Path.GetRelativePath(Repository.PathOf(root), file).Replace(Path.DirectorySeparatorChar, '/');

    // The longest folder of the table that the path lies in; the first part of the path where there is none.
    private static string FolderOf(string path, Dictionary<string, string[]> mayUse) =>
        mayUse.Keys.Where(k => path.StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k.Length) ?? path[..Math.Max(0, path.IndexOf('/', StringComparison.Ordinal))];

    [GeneratedRegex("//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
