using System.Reflection;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Tests.Fences;

public class AssemblyFence
{
    [Fact]
    public void The_program_references_domain_and_ingest_and_no_cloud() =>
        Assert.Equal(["NodaTime", "Plumbline.Domain", "Plumbline.Ingest", "System.CommandLine"],
            typeof(CommandLine).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n == "System.CommandLine" || !n.StartsWith("System.", StringComparison.Ordinal)).Order());

    [Fact]
    public void A_rule_that_needs_the_cloud_cannot_be_tested_here() =>
        Assert.DoesNotContain(Closure(typeof(AssemblyFence).Assembly), n => n == "Plumbline.Functions" || n.StartsWith("Azure.", StringComparison.Ordinal) || n.StartsWith("Microsoft.Azure.", StringComparison.Ordinal));

    private static HashSet<string> Closure(Assembly first)
    {
        HashSet<string> seen = [];
        var next = new Queue<Assembly>([first]);
        while (next.TryDequeue(out Assembly? assembly))
            foreach (AssemblyName name in assembly.GetReferencedAssemblies().Where(n => seen.Add(n.Name!) && n.Name!.StartsWith("Plumbline", StringComparison.OrdinalIgnoreCase)))
                next.Enqueue(Assembly.Load(name));
        return seen;
    }
}
