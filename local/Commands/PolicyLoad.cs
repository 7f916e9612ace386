using Plumbline.Domain.Measures;
using Plumbline.Functions.Policies;

namespace Plumbline.Local.Commands;

/// <summary>Reads a policy, or says all that is wrong with it.</summary>
internal static class PolicyLoad
{
    /// <summary>The policy that came with the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "policy");

    public static Policy? Read(string folder, TextWriter error)
    {
        PolicyReading reading = PolicyFiles.Read(folder, Words.Known);
        foreach (PolicyFault fault in reading.Faults)
            error.WriteLine(fault);
        return reading.Policy;
    }
}
