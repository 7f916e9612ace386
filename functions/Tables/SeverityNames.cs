using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>Severities as columns write them.</summary>
internal static class SeverityNames
{
    private static readonly string[] Names = ["low", "medium", "high", "critical"];

    public static IReadOnlyList<string> All => Names;

    public static string Of(Severity severity) => Names[(int)severity];

    public static Severity Parse(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var index ? (Severity)index : throw new FormatException($"'{name}' is not a severity");
}
