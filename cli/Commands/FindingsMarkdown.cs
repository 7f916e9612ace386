using System.Text;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>For a ticket, a pull request or a page: the counts and the open findings, worst first, as a table in Markdown.</summary>
internal sealed class FindingsMarkdown(Stream output, Judged judged, IReadOnlyList<Measure> watched) : IFindingsWriter
{
    public void Write(Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        OpenLine[] open = OpenLines.Of(judged, watched, tally, cancellationToken);
        clock.Step("judge");
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.WriteLine(Headline.Of(judged, watched.Count, tally));
        writer.WriteLine();
        writer.WriteLine("| verdict | severity | measure | account | finding | owner | to do |");
        writer.WriteLine("|---|---|---|---|---|---|---|");
        foreach (OpenLine line in open)
            writer.WriteLine($"| {line.Verdict.Name()} | {line.Severity.ToString().ToLowerInvariant()} | {line.Measure} | {Cell(line.Account)} | {Cell(line.Message)} | {Cell(line.Owner)} | {Cell(line.ToDo)} |");
        writer.Flush();
        clock.Step("write");
    }

    /// <summary>A bar would end the cell, and names in exports may hold marks that Markdown or HTML would obey.</summary>
    private static string Cell(string text)
    {
        StringBuilder cell = new(text.Length);
        foreach (char each in OneLine.Of(text))
            cell.Append(each switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '!' => $"\\{each}", _ => each.ToString() });
        return cell.ToString();
    }
}
