using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Grammar;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>
/// One file of tests: a list of them, and facts that they share. A test's own facts are added to those; a row with the key of a shared
/// one changes what it says.
/// </summary>
internal sealed class TestFile(Policy policy, Mapping firm, ImmutableArray<GivenShape> files, string file, FaultList faults)
{
    private const string Tests = "tests";

    private static readonly Shape Whole = new("a file of tests", [Tests], [GivenTerms.Key]);
    private static readonly Shape Test = new("a test", ["test", "measure", ExpectTerms.Key], [GivenTerms.Key, "firm"]);

    public ImmutableArray<PolicyTest> Read(string text)
    {
        if (!LineCheck.Passes(text, faults) || YamlTree.Read(text, faults) is not { } root || Fields.Of(root, Whole, faults) is not { } fields)
            return [];
        Given shared = GivenTerms.Read(fields, files);
        var lines = new Dictionary<string, int>();
        ImmutableArray<PolicyTest> tests = [.. Lists.Items(fields, Tests).Select(t => Read(t, shared)).OfType<PolicyTest>()];
        foreach (Text name in tests.Select(t => t.Name).Where(n => !lines.TryAdd(n.Value, n.At.Line)))
            faults.Add(name.At, $"the test {Quote.Of(name.Value)} is already there, on line {lines[name.Value]}");
        return tests;
    }

    /// <summary>Null where it has a fault.</summary>
    private PolicyTest? Read(Node node, Given shared)
    {
        if (Fields.Of(node, Test, faults) is not { } fields)
            return null;
        Text? name = fields.Text("test");
        Measure? measure = fields.Word("measure", "measure", policy.Measures, m => m.Id);
        Given given = shared.And(GivenTerms.Read(fields, files));
        ImmutableArray<Expected> expects = ExpectTerms.Read(fields);
        Firm? over = fields["firm"] is { } own ? FirmOver(own) : null;
        return name is null || measure is null || expects.IsEmpty ? null : new(file, name, measure.Id, given, expects, over);
    }

    /// <summary>The policy's firm with the values that the test gives in place of its own.</summary>
    private Firm? FirmOver(Node own)
    {
        if (own is Mapping mine)
            return FirmFile.Read(firm with { Entries = [.. firm.Entries.Where(e => mine.Entries.All(m => m.Key.Value != e.Key.Value)), .. mine.Entries] }, faults);
        faults.Add(own.At, $"'firm' has keys of {FirmFile.Name} and their values, not {own.Kind}");
        return null;
    }
}
