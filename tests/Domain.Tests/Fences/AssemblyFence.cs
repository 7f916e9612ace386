using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Fences;

public class AssemblyFence
{
    [Fact]
    public void The_domain_references_NodaTime_and_nothing_else() =>
        Assert.Equal(["NodaTime"], typeof(Finding).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)));
}
