using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Ingest.PolicyTests;

namespace Plumbline.Ingest.Tests.Policies;

/// <summary>What an editor proposes from the schemas is what the readers take: keys, words and units.</summary>
public class CompletionTests
{
    private static readonly JsonElement Measures = Schema("measures.schema.json");
    private static readonly JsonElement Tests = Schema("tests.schema.json");

    public static TheoryData<string, string> Proposed => new()
    {
        { "definitions/duration", "cadence: { activity: a, every: VALUE }" },
        { "definitions/grace", "cadence: { activity: a, every: 2 weeks, grace: VALUE }" },
        { "definitions/percent", "deadline: { done: { total: { of: invoiced net, reaches: VALUE, share of: billable value } }, after: month end }" },
        { "definitions/day", "cadence: { activity: a, every: month }\n  terms: [{ from: VALUE, every: week }]" },
        { "definitions/coverage/properties/holders", "coverage: { role: account lead, holders: VALUE }" },
        { "definitions/coverage/properties/with/properties/career level", "coverage: { role: account lead, holders: at least 1, with: { career level: VALUE } }" },
    };

    [Theory, MemberData(nameof(Proposed))]
    public void What_is_proposed_for_a_text_fits_its_pattern_and_is_read_without_a_fault(string path, string terms)
    {
        JsonElement text = At(Measures, path);
        string[] examples = Strings(text.GetProperty("examples"));
        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.Matches(text.GetProperty("pattern").GetString()!, e));
        Assert.All(examples, e => Assert.Empty(PolicyFolder.FaultsOf("measures.yaml", PolicyFolder.WithTerms(terms.Replace("VALUE", e, StringComparison.Ordinal)))));
    }

    [Fact]
    public void Every_unit_of_a_duration_and_every_period_is_proposed()
    {
        string[] durations = Strings(At(Measures, "definitions/duration/examples"));
        Assert.All(["days", "weeks", "months", "working days"], unit => Assert.Contains(durations, d => Regex.IsMatch(d, $"^[0-9]+ {unit}$")));
        string fault = Assert.Single(PolicyFolder.FaultsOf("measures.yaml", PolicyFolder.WithTerms("cadence: { activity: a, every: zzzz }")));
        Assert.EndsWith($"it is one of {string.Join(", ", Strings(At(Measures, "definitions/period/enum")).Select(p => $"'{p}'"))}, or a duration", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_are_completed_with_the_files_and_their_columns()
    {
        JsonElement files = At(Tests, "definitions/given/properties");
        Assert.Equal(GivenFiles.Shapes.Select(f => f.Name), files.EnumerateObject().Select(p => p.Name));
        Assert.All(GivenFiles.Shapes, f => Assert.Equal(f.Columns.AsEnumerable(), Strings(At(files, $"{f.Name}/items/propertyNames/enum"))));
    }

    [Theory]
    [InlineData("", "zzzzzzzz: 1")]
    [InlineData("definitions/test", "tests: [{ zzzzzzzz: 1 }]")]
    [InlineData("definitions/firm", "tests: [{ firm: { zzzzzzzz: 1 } }]")]
    public void Tests_are_completed_with_the_keys_that_the_reader_knows(string path, string tests)
    {
        using var folder = new PolicyFolder();
        string unknown = folder.With("tests/a.yaml", tests).Tried().Faults.Select(f => f.Message).Single(m => m.StartsWith("unknown key 'zzzzzzzz'", StringComparison.Ordinal));
        JsonElement shape = path.Length == 0 ? Tests : At(Tests, path);
        string[] keys = shape.TryGetProperty("properties", out JsonElement properties) ? [.. properties.EnumerateObject().Select(p => p.Name)] : Strings(At(shape, "propertyNames/enum"));
        Assert.Equal(Regex.Matches(unknown.Split(" has ")[1], "'([^']+)'").Select(m => m.Groups[1].Value).Order(), keys.Order());
    }

    [Fact]
    public void Tests_are_completed_with_the_verdicts()
    {
        JsonElement verdict = At(Tests, "definitions/verdict");
        string[] examples = Strings(verdict.GetProperty("examples"));
        Assert.All(examples, e => Assert.Matches(verdict.GetProperty("pattern").GetString()!, e));
        Assert.Equal(Domain.Findings.Verdicts.Names.Where(v => v != "excepted").Append(Expected.Nothing).Order(), examples.Where(e => !e.Contains('(')).Order());
    }

    [Fact]
    public void Every_file_of_tests_names_its_schema_for_editors() => Assert.All(
        Directory.GetFiles(Path.Combine(PolicyFolder.Shipped, "tests")),
        f => Assert.Equal("# yaml-language-server: $schema=../tests.schema.json", File.ReadLines(f).First()));

    private static JsonElement Schema(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(PolicyFolder.Shipped, name))).RootElement;

    private static JsonElement At(JsonElement element, string path) => path.Split('/').Aggregate(element, (e, key) => e.GetProperty(key));

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
