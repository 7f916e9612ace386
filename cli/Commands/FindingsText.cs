using System.Globalization;
using System.Text;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>For people: a line for each finding that somebody should look at, account by account, then the counts of each measure and what was read.</summary>
/// <param name="watched">The measures that have files of their own in the folder: that the others cannot be judged is said once, elsewhere.</param>
/// <param name="files">Lines on the files, which stand at the end.</param>
internal sealed class FindingsText(Stream output, IReadOnlyList<Measure> watched, IEnumerable<string> files) : IFindingsWriter
{
    public void Write(IReadOnlyList<AccountView> views, Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        // A finding is much larger than its line: only the lines are kept until all accounts are judged.
        var accounts = new AccountLines[views.Count];
        Parallel.For(0, accounts.Length, new() { CancellationToken = cancellationToken }, tally.Empty, (i, _, counts) =>
        {
            AccountView view = views[i];
            accounts[i] = new(view.Account.Id.Value, Lines(view, counts));
            return counts;
        }, counts => { lock (tally) tally.Add(counts); });
        Array.Sort(accounts, (one, other) => string.CompareOrdinal(one.Account, other.Account));
        clock.Step("judge");
        foreach (AccountLines account in accounts)
            output.Write(account.Lines);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        Summary(writer, tally);
        writer.Flush();
        clock.Step("write");
    }

    private sealed record AccountLines(string Account, byte[] Lines);

    private byte[] Lines(AccountView view, Tally counts)
    {
        List<Finding> open = [];
        foreach (Measure measure in watched)
            foreach (Finding finding in Evaluation.Judge(view, measure))
            {
                counts.Add(finding);
                if (finding.Verdict.IsOpen())
                    open.Add(finding);
            }
        if (open.Count == 0)
            return [];
        open.Sort(FindingOrder.Instance);
        var text = new StringBuilder();
        foreach (Finding finding in open)
            text.AppendLine(OneLine.Of($"{finding.Verdict.Name(),-8}  {finding.Measure}  {finding.Account}  {finding.Message}"));
        return Encoding.UTF8.GetBytes(text.ToString());
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
        writer.WriteLine();
        foreach (string line in files)
            writer.WriteLine(line);
    }
}
