using System.Globalization;
using System.Text;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Local.Commands;

/// <summary>For people: a line for each finding that somebody should look at, account by account, then the counts of each measure.</summary>
/// <param name="watched">The measures that have files of their own in the folder: that the others cannot be judged is said once, elsewhere.</param>
internal sealed class FindingsText(Stream output, IReadOnlyList<Measure> watched) : IFindingsWriter
{
    public void Write(IReadOnlyList<AccountView> views, Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        int[] ordered = [.. views.Select((view, at) => (view.Account.Id.Value, at)).OrderBy(a => a.Value, StringComparer.Ordinal).Select(a => a.at)];
        var open = new Finding[ordered.Length][];
        Parallel.For(0, ordered.Length, new() { CancellationToken = cancellationToken }, tally.Empty, (i, _, counts) =>
        {
            open[i] = Open(views[ordered[i]], counts);
            return counts;
        }, counts => { lock (tally) tally.Add(counts); });
        clock.Step("judge");
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        foreach (Finding finding in open.SelectMany(f => f))
            writer.WriteLine(OneLine.Of($"{finding.Verdict.Name(),-8}  {finding.Measure}  {finding.Account}  {finding.Message}"));
        Summary(writer, tally);
        writer.Flush();
        clock.Step("write");
    }

    private Finding[] Open(AccountView view, Tally counts)
    {
        List<Finding> open = [];
        foreach (Measure measure in watched)
            foreach (Finding finding in Evaluation.Judge(view, measure))
            {
                counts.Add(finding);
                if (finding.Verdict.IsOpen())
                    open.Add(finding);
            }
        open.Sort(FindingOrder.Instance);
        return [.. open];
    }

    private void Summary(StreamWriter writer, Tally tally)
    {
        if (watched.Count == 0)
            return;
        writer.WriteLine();
        int width = watched.Max(m => m.Id.Length);
        writer.WriteLine($"{"".PadRight(width)}{string.Concat(Verdicts.Names.Select(n => $"  {n}"))}");
        foreach (string measure in watched.Select(m => m.Id).Order(StringComparer.Ordinal))
            writer.WriteLine(measure.PadRight(width) + string.Concat(Enum.GetValues<Verdict>().Select(v =>
                "  " + tally.Count(measure, v).ToString(CultureInfo.InvariantCulture).PadLeft(v.Name().Length))));
    }
}
