using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Grammar;

namespace Plumbline.Ingest.Tests.Policies;

public partial class SchemaTests
{
    private static readonly JsonElement Definitions =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(PolicyFolder.Shipped, "measures.schema.json"))).RootElement.GetProperty("definitions");

    [Fact]
    public void The_schema_knows_the_words_of_the_language()
    {
        Assert.Equal(Words.Known.Populations.Select(w => w.Name), Enum("population"));
        Assert.Equal(Words.Known.Anchors.Select(w => w.Name), Enum("anchor"));
        Assert.Equal(Words.Known.Events.Select(w => w.Name), Enum("event"));
        Assert.Equal(Words.Known.Amounts.Select(w => w.Name), Enum("amount"));
        Assert.Equal(Words.Known.Figures.Select(w => w.Name), Enum("figure"));
        Assert.Equal(Words.Known.Targets.Select(w => w.Name), Enum("target"));
        Assert.Equal(Words.Known.DaySets.Select(w => w.Name), Enum("days"));
        Assert.Equal(Attendance.Parties.AsEnumerable(), Enum("party"));
    }

    [Fact]
    public void The_schema_knows_what_subjects_are_chosen_by()
    {
        JsonElement traits = Definitions.GetProperty("where").GetProperty("properties");
        Assert.Equal(Words.Known.Traits.Select(t => t.Name).Concat(Words.Known.Worths.Select(w => w.Name)), traits.EnumerateObject().Select(p => p.Name));
        Assert.All(Words.Known.Worths, w => Assert.Equal("#/definitions/worth", traits.GetProperty(w.Name).GetProperty("$ref").GetString()));
        foreach (Trait trait in Words.Known.Traits)
            Assert.Equal(trait.Values.AsEnumerable(), Enum(traits.GetProperty(trait.Name).GetProperty("anyOf")[0].GetProperty("$ref").GetString()!.Split('/')[^1]));
    }

    [Theory]
    [InlineData("measure", "- { zzzzzzzz: 1 }")]
    [InlineData("policy", "{ meetings: [], zzzzzzzz: 1 }")]
    [InlineData("meeting", "{ measures: [], meetings: [{ zzzzzzzz: 1 }] }")]
    [InlineData("attendance", "{ measures: [], meetings: [{ kind: a, attended by: { zzzzzzzz: 1 } }] }")]
    [InlineData("deadline", "- { id: a, title: A, for each: account, deadline: { zzzzzzzz: 1 } }")]
    [InlineData("total", "- { id: a, title: A, for each: account, deadline: { done: { total: { zzzzzzzz: 1 } }, after: month end } }")]
    [InlineData("cadence", "- { id: a, title: A, for each: account, cadence: { zzzzzzzz: 1 } }")]
    [InlineData("threshold", "- { id: a, title: A, for each: account, threshold: { zzzzzzzz: 1 } }")]
    [InlineData("bound", "- { id: a, title: A, for each: account, threshold: { all of: [{ zzzzzzzz: 1 }] } }")]
    [InlineData("change", "- { id: a, title: A, for each: account, threshold: { figure: satisfaction, change: { zzzzzzzz: 1 } } }")]
    [InlineData("where", "- { id: a, title: A, for each: account, where: { zzzzzzzz: 1 }, threshold: { figure: satisfaction, at least: 1 } }")]
    [InlineData("worth", "- { id: a, title: A, for each: invoice, where: { total: { zzzzzzzz: 1 } }, deadline: { done: paid, after: due date } }")]
    [InlineData("coverage", "- { id: a, title: A, for each: account, coverage: { zzzzzzzz: 1 } }")]
    [InlineData("agreement", "- { id: a, title: A, for each: account, agreement: { zzzzzzzz: 1 } }")]
    public void The_schema_knows_the_keys_that_the_reader_knows(string definition, string policy)
    {
        string[] faults = PolicyFolder.FaultsOf("measures.yaml", policy);
        string unknown = faults.Single(f => f.Contains("unknown key 'zzzzzzzz'"));
        string[] known = [.. Quoted().Matches(unknown.Split("has ")[1]).Select(m => m.Groups[1].Value)];
        Assert.Equal(known.Order(), Definitions.GetProperty(definition).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        string[] needed = [.. faults.Where(f => NeedsOne().IsMatch(f)).Select(f => NeedsOne().Match(f).Groups[1].Value)];
        Assert.Equal(needed.Order(), Definitions.GetProperty(definition).GetProperty("required").EnumerateArray().Select(e => e.GetString()!).Order());
    }

    [Theory]
    [InlineData("changedTerms", "terms")]
    [InlineData("override", "overrides")]
    public void The_schema_lets_other_terms_have_what_any_promise_lets_them(string definition, string key)
    {
        var known = from kind in new[] { "deadline", "cadence", "threshold", "coverage", "agreement" }
                    from fault in PolicyFolder.FaultsOf("measures.yaml", $"- {{ id: a, title: A, for each: account, {kind}: {{}}, {key}: [{{ zzzzzzzz: 1 }}] }}")
                    where fault.Contains("unknown key 'zzzzzzzz'")
                    from match in Quoted().Matches(fault.Split(" has ")[1])
                    select match.Groups[1].Value;
        Assert.Equal(known.Distinct().Order(), Definitions.GetProperty(definition).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
    }

    [Fact]
    public void The_shipped_policy_names_its_schema_for_editors() =>
        Assert.Equal("# yaml-language-server: $schema=./measures.schema.json", File.ReadLines(Path.Combine(PolicyFolder.Shipped, "measures.yaml")).First());

    private static IEnumerable<string> Enum(string definition) =>
        Definitions.GetProperty(definition).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(" needs '([^']+)'$")]
    private static partial Regex NeedsOne();
}
