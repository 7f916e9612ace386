using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>How many findings of each measure have each verdict.</summary>
internal sealed class Tally(IReadOnlyList<Measure> measures, IReadOnlySet<string> unwatched)
{
    private readonly Dictionary<string, int[]> _counts = measures.ToDictionary(m => m.Id, _ => new int[Verdicts.Names.Count]);

    private (string Measure, int[] Counts) _last = ("", []);

    /// <summary>Unknown findings of measures that have files of their own in the folder.</summary>
    public int WatchedUnknown => _counts.Where(c => !unwatched.Contains(c.Key)).Sum(c => c.Value[(int)Verdict.Unknown]);

    public int Total(Verdict verdict) => _counts.Values.Sum(c => c[(int)verdict]);

    public int Count(string measure, Verdict verdict) => _counts[measure][(int)verdict];

    public void Add(Finding finding)
    {
        // Findings of one measure come one after the other.
        if (!ReferenceEquals(_last.Measure, finding.Measure))
            _last = (finding.Measure, _counts[finding.Measure]);
        _last.Counts[(int)finding.Verdict]++;
    }

    public void Add(Tally other)
    {
        foreach (var (measure, counts) in other._counts)
            for (int i = 0; i < counts.Length; i++)
                _counts[measure][i] += counts[i];
    }

    public Tally Empty() => new(measures, unwatched);
}
