using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>The measures of a policy as a table in Markdown.</summary>
internal static class MeasuresTable
{
    public static IEnumerable<string> Lines(Policy policy) =>
        ["| measure | promise | for each | says |", "|---|---|---|---|", .. policy.Measures.Select(Line)];

    private static string Line(Measure measure) => $"| {measure.Id} | {measure.Promise.Name()} | {measure.ForEach.Name} | {Cell(measure.Title)} |";

    /// <summary>A bar would end the cell.</summary>
    private static string Cell(string text) => OneLine.Of(text).Replace("|", "\\|", StringComparison.Ordinal);
}
