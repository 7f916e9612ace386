using System.Reflection;

namespace Plumbline.Local.Tests.Running;

/// <summary>The file for machines with Docker.</summary>
public sealed class ComposeTests
{
    private static readonly string Root = typeof(ComposeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(m => m.Key == "RepositoryRoot").Value!;

    private static readonly string Local = Path.Combine(Root, "local");

    private static readonly string[] Lines = [.. File.ReadAllLines(Path.Combine(Local, "compose.yaml")).Select(l => l.Trim())];

    [Fact]
    public void The_vendors_emulator_is_given_our_entities()
    {
        const string Mounted = "./Bus/entities.json";
        Assert.Contains($"- {Mounted}:/ServiceBus_Emulator/ConfigFiles/Config.json:ro", Lines);
        Assert.True(File.Exists(Path.Combine(Local, Mounted)));
    }

    [Fact]
    public void Its_ports_are_those_of_the_usual_connection_strings_and_open_to_this_machine_alone()
    {
        IEnumerable<string> ports = Lines.Where(l => l.StartsWith("- 127.0.0.1:", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]);
        Assert.Equal(new[] { 10000, 10001, 10002, 5672, 5300 }.Select(p => $"127.0.0.1:{p}:{p}"), ports);
    }
}
