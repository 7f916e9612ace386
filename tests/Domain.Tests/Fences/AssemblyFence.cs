using System.Reflection;
using Plumbline.Domain.Findings;
using Plumbline.Ingest.Exports;

namespace Plumbline.Domain.Tests.Fences;

public class AssemblyFence
{
    [Fact]
    public void The_domain_references_NodaTime_and_nothing_else() => Assert.Equal(["NodaTime"], References(typeof(Finding).Assembly));

    [Fact]
    public void Ingest_references_the_domain_and_its_parsers_and_no_cloud() =>
        Assert.Equal(["CsvHelper", "NodaTime", "Plumbline.Domain", "YamlDotNet"], References(typeof(PlainFiles).Assembly));

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)).Order();
}
