using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>Judges all accounts by the watched measures, several at a time, and keeps a line of each finding that somebody should look at.</summary>
internal static class OpenLines
{
    /// <returns>Worst first.</returns>
    public static OpenLine[] Of(Judged judged, IReadOnlyList<Measure> watched, Tally tally, CancellationToken cancellationToken)
    {
        var names = new PeopleNames(judged.Snapshot.Register);
        var accounts = new List<OpenLine>[judged.Views.Count];
        Parallel.For(0, accounts.Length, new() { CancellationToken = cancellationToken }, tally.Empty, (i, _, counts) =>
        {
            // A view is made whenever it is asked for; one serves all measures.
            AccountView view = judged.Views[i];
            accounts[i] = [];
            foreach (Measure measure in watched)
                foreach (Finding finding in Evaluation.Judge(view, measure))
                {
                    counts.Add(finding);
                    if (finding.Verdict.IsOpen())
                        accounts[i].Add(OpenLine.Of(finding, measure.Severity, view, names));
                }
            return counts;
        }, counts => { lock (tally) tally.Add(counts); });
        OpenLine[] all = [.. accounts.SelectMany(a => a)];
        Array.Sort(all);
        return all;
    }
}
