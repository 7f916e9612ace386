using System.Globalization;
using Plumbline.Cli.Commands;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Results;

namespace Plumbline.Local.Running;

/// <summary>The scorecard's cells and alerts as text.</summary>
internal static class ScorecardWords
{
    public const string Legend = "n! breached   n~ at risk   n? unknown   n met, some of them late";

    /// <summary>As <c>2! 1~ 40</c>, the worst first; a dash where nothing was judged.</summary>
    public static string Cell(PromiseCounts counts)
    {
        string[] parts = [.. Part(counts.Breached, "!"), .. Part(counts.AtRisk, "~"), .. Part(counts.Unknown, "?"), .. Part(counts.Met + counts.MetLate, "")];
        return parts.Length == 0 ? "-" : string.Join(' ', parts);
    }

    public static IEnumerable<string> Alert(int number, WorstAlert worst)
    {
        AlertContent content = worst.Alert.Content;
        yield return $"{number,2}. {content.Severity}, {(worst.Alert.State == AlertState.Breached ? "breached" : "at risk")}: {OneLine.Of(content.Title)} - {OneLine.Of(worst.AccountName)}";
        yield return $"    {OneLine.Of(content.Message)}";
        string[] rest = [
            .. content.AtStake.Select(m => $"{m} at stake"),
            .. content.Due is { } due ? [$"due {due.Iso()}"] : Array.Empty<string>(),
            .. content.Remedy is { } remedy ? [$"to put it right: {OneLine.Of(remedy)}"] : Array.Empty<string>()];
        if (rest.Length > 0)
            yield return $"    {string.Join("; ", rest)}";
    }

    private static string[] Part(int count, string mark) => count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count}{mark}")];
}
