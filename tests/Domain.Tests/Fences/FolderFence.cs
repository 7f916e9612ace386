using System.Text.RegularExpressions;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Fences;

/// <summary>Which folder of the domain may name which. A text scan: a guard, not a proof; that a namespace is its folder makes it sound.</summary>
public partial class FolderFence
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Time"] = [],
        ["Facts"] = ["Time"],
        ["Findings"] = ["Time", "Facts"],
        ["Measures"] = ["Time", "Facts", "Findings"],
        ["Alerts"] = ["Time", "Facts", "Findings"],
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
    public void A_folder_names_only_those_that_it_may_use() => Assert.Empty(
        from file in Repository.Sources("domain")
        let path = Path.GetRelativePath(Repository.PathOf("domain"), file)
        let folder = path.Split(Path.DirectorySeparatorChar)[0]
        from other in MayUse.Keys
        where other != folder && !MayUse[folder].Contains(other) && Names(File.ReadAllText(file), other)
        select $"{path} names {other}");

    [Fact]
    public void Every_folder_of_code_is_in_the_table() =>
        Assert.Equal(MayUse.Keys.Order(), Repository.Sources("domain").Select(f => Path.GetRelativePath(Repository.PathOf("domain"), f).Split(Path.DirectorySeparatorChar)[0]).Distinct().Order());

    [Theory]
    [InlineData("using Plumbline.Domain.Alerts;", true)]
    [InlineData("Alerts.Alert alert = new();", true)]
    [InlineData("/// <summary>Alerts. Nothing else.</summary>", false)]
    [InlineData("view.Alerts.Count", false)]
    public void The_fence_sees_a_using_and_a_bare_name(string line, bool seen) => Assert.Equal(seen, Names(line, "Alerts"));

    private static bool Names(string text, string folder) =>
        Regex.IsMatch(Comment().Replace(text, ""), $@"\bDomain\.{folder}\b|(?<![\w.]){folder}\.(?=[A-Z])");

    [GeneratedRegex("//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
