using System.Globalization;
using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>What a reader should know first, and where to look next.</summary>
internal static class Headline
{
    /// <summary>As <c>12 accounts judged by 70 measures as of 15 September 2026: 213 breached, 18 at risk, 65 unknown.</c></summary>
    public static string Of(Judged judged, int measures, Tally tally) => string.Create(CultureInfo.InvariantCulture,
        $"{Counted(judged.Views.Count(v => !v.IsOfFirm), "account")} judged by {Counted(measures, "measure")} as of {judged.Today.InWords()}: {tally.Total(Verdict.Breached):N0} breached, {tally.Total(Verdict.AtRisk):N0} at risk, {tally.WatchedUnknown:N0} unknown.");

    /// <summary>Of how many of the open findings it is for each severity; null where there are none.</summary>
    public static string? Severities(IEnumerable<OpenLine> open) =>
        string.Join(", ", open.CountBy(line => line.Severity).OrderByDescending(s => s.Key).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Value:N0} {s.Key.ToString().ToLowerInvariant()}")))
            is { Length: > 0 } counts ? $"By severity: {counts}." : null;

    /// <summary>The command that shows all the evidence of the worst finding.</summary>
    public static string? Next(IReadOnlyList<OpenLine> open, Judged judged, string folder) => open is not [var worst, ..] ? null
        : $"Next: plumbline explain {Argument(folder)} --measure {worst.Measure} --account {Argument(worst.Account)} --subject {Argument(worst.Subject)} --as-of {judged.Today.Iso()}";

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Argument(string text) => OneLine.Of(text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '\\' or ':' or '~' or '@') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'");
}
