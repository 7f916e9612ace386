using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Grammar;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>The tests beside a policy: <c>tests/*.yaml</c> of its folder. They are no part of it: its hash does not tell of them.</summary>
internal static class TestFiles
{
    public const string Folder = "tests";

    private const string Ending = ".yaml";

    /// <param name="policy">The policy of the same folder, without a fault.</param>
    /// <param name="files">The plain files that may be given.</param>
    /// <returns>The tests of each file, in the order of the files' names, and its faults.</returns>
    public static ImmutableArray<(ImmutableArray<PolicyTest> Tests, FaultList Faults)> Read(string folder, Policy policy, ImmutableArray<GivenShape> files)
    {
        string tests = Path.Combine(folder, Folder);
        string[] names = Directory.Exists(tests) ? [.. Directory.GetFiles(tests, "*.y*ml").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)] : [];
        if (names.Length > 0)
            return [.. names.Select(n => Read(folder, $"{Folder}/{n}", policy, files))];
        var none = new FaultList(Folder);
        none.Add(default, "there is no file of tests, as tests/invoices.yaml");
        return [([], none)];
    }

    private static (ImmutableArray<PolicyTest>, FaultList) Read(string folder, string file, Policy policy, ImmutableArray<GivenShape> files)
    {
        var faults = new FaultList(file);
        if (!file.EndsWith(Ending, StringComparison.Ordinal))
            faults.Add(default, $"is not read: the name of a file of tests ends in {Ending}", Path.ChangeExtension(file, Ending));
        return (faults.IsEmpty && FileText.Read(folder, file, faults) is { } content ? new TestFile(policy, Firm(folder), files, file, faults).Read(content.Text) : [], faults);
    }

    private static Mapping Firm(string folder)
    {
        var faults = new FaultList(FirmFile.Name);
        return FileText.Read(folder, FirmFile.Name, faults) is { } content && YamlTree.Read(content.Text, faults) is Mapping firm ? firm : new(default, []);
    }
}
