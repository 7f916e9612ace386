using System.Globalization;
using System.Text;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>For people: the counts, a line for each finding that somebody should look at, with who answers for it and what would mend it, worst first, then the counts of each measure, what was read, and where to look next.</summary>
/// <param name="watched">The measures that have files of their own in the folder: that the others cannot be judged is said once, elsewhere.</param>
internal sealed class FindingsText(Stream output, Judged judged, IReadOnlyList<Measure> watched, string folder) : IFindingsWriter
{
    public void Write(Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        OpenLine[] open = OpenLines.Of(judged, watched, tally, cancellationToken);
        clock.Step("judge");
        if (watched.Count == 0)
            return;
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.WriteLine(Headline.Of(judged, watched.Count, tally));
        if (Headline.Severities(open) is { } severities)
            writer.WriteLine(severities);
        if (Headline.Next(open, judged, folder) is { } next)
            writer.WriteLine(next);
        if (open.Length > 0)
            writer.WriteLine();
        foreach (OpenLine line in open)
            writer.WriteLine($"{line.Verdict.Name(),-8}  {line.Severity.ToString().ToLowerInvariant(),-8}  {line.Measure}  {line.Account}  {line.Message}{(line.Owner.Length > 0 ? $" Owner: {line.Owner}." : "")}{(line.ToDo.Length > 0 ? $" To do: {line.ToDo}." : "")}");
        Summary(writer, tally);
        writer.WriteLine();
        foreach (string line in FileLines.Of(judged))
            writer.WriteLine(line);
        writer.Flush();
        clock.Step("write");
    }

    private void Summary(StreamWriter writer, Tally tally)
    {
        writer.WriteLine();
        int width = watched.Max(m => m.Id.Length);
        writer.WriteLine($"{"".PadRight(width)}{string.Concat(Verdicts.Names.Select(n => $"  {n}"))}");
        foreach (string measure in watched.Select(m => m.Id).Order(StringComparer.Ordinal))
            writer.WriteLine(measure.PadRight(width) + string.Concat(Enum.GetValues<Verdict>().Select(v =>
                "  " + tally.Count(measure, v).ToString(CultureInfo.InvariantCulture).PadLeft(v.Name().Length))));
    }
}
