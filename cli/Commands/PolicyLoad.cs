using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Policies.Grammar;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Cli.Commands;

/// <summary>Reads a policy, or says all that is wrong with it.</summary>
internal static class PolicyLoad
{
    /// <summary>The policy that came with the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "policy");

    public static Policy? Read(string folder, TextWriter error) => Read(folder, "", error);

    /// <summary>All of these, or all that is wrong with any; of several, each fault with its folder, for their files have the same names.</summary>
    public static Policy[]? Read(string[] folders, TextWriter error)
    {
        Policy?[] policies = [.. folders.Select(folder => Read(folder, folders.Length == 1 ? "" : $"{folder}: ", error))];
        return policies.Contains(null) ? null : [.. policies.OfType<Policy>()];
    }

    private static Policy? Read(string folder, string before, TextWriter error)
    {
        PolicyReading reading = PolicyFiles.Read(folder, Words.Known);
        foreach (PolicyFault fault in reading.Faults)
            error.WriteLine(fault.File == folder ? $"{fault}" : before + fault);
        return reading.Policy;
    }
}
