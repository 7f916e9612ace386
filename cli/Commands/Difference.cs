using System.Runtime.InteropServices;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>A finding on which two policies differ: in its verdict, or because only one of them makes it.</summary>
internal sealed record Difference(Finding? Old, Finding? New)
{
    private const string None = "-";

    public string Was => Old?.Verdict.Name() ?? None;

    public string Becomes => New?.Verdict.Name() ?? None;

    /// <summary>The new one, for its words; the old one where there is no new.</summary>
    public Finding Finding => New ?? Old ?? throw new InvalidOperationException("a difference is of some finding");

    /// <summary>What differs for one account, in the order of the findings' identity.</summary>
    public static List<Difference> Of(AccountView old, AccountView @new)
    {
        Dictionary<(string, string, string), Finding> before = [];
        foreach (Finding finding in Evaluation.Judge(old))
            before.TryAdd(KeyOf(finding), finding);
        List<Difference> all = [];
        foreach (Finding finding in Evaluation.Judge(@new))
        {
            bool known = before.Remove(KeyOf(finding), out Finding? was);
            if (!known || was?.Verdict != finding.Verdict)
                all.Add(new(was, finding));
        }
        all.AddRange(before.Values.Select(gone => new Difference(gone, null)));
        CollectionsMarshal.AsSpan(all).Sort((one, other) => FindingOrder.Instance.Compare(one.Finding, other.Finding));
        return all;
    }

    private static (string, string, string) KeyOf(Finding finding) => (finding.Measure, finding.Subject, finding.Occasion);
}
