using Azure.Data.Tables;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>What became of the stored findings that a run did not produce.</summary>
/// <param name="Staying">Rows that stay although nothing could be said of them, as they are to be stored.</param>
/// <param name="Standings">The same by measure, as alerts see them: not known.</param>
/// <param name="Gone">Why findings are gone for good, by measure and alert key.</param>
internal sealed record Departures(IReadOnlyList<TableEntity> Staying, ILookup<string, Standing> Standings, ILookup<string, KeyValuePair<string, string>> Gone)
{
    public static Departures Of(Judgement judged, IReadOnlyDictionary<string, TableEntity> stored)
    {
        HashSet<string> produced = [.. judged.Findings.Select(f => FindingRow.KeyOf(f.Measure, f.Subject, f.Occasion))];
        ILookup<(string, string), Finding> undated = judged.Findings.Where(f => f is { Verdict: Verdict.Unknown, Occasion: "" }).ToLookup(f => (f.Measure, f.Subject));
        List<TableEntity> staying = [];
        List<KeptFinding> notKnown = [];
        Dictionary<(string Measure, string Key), string> gone = [];
        foreach (TableEntity row in stored.Values.Where(r => !produced.Contains(r.RowKey)))
        {
            KeptFinding kept = FindingRow.Read(row);
            (Leaving leaving, Trouble? because) = judged.Leave(kept);
            because ??= kept.Verdict.IsOpen() ? Undated(undated[(kept.Measure, kept.Subject)]) : null;
            if (because is not null)
            {
                staying.Add(FindingRow.Unknown(row, because, judged.Measures.GetValueOrDefault(kept.Measure)?.Terms.Severity));
                notKnown.Add(kept);
            }
            else if (ReasonOf(leaving) is { } reason && judged.Measures.TryGetValue(kept.Measure, out Watched? watched))
                gone.TryAdd((kept.Measure, watched.Terms.KeyOf(kept.Subject, kept.Occasion)), reason);
        }
        return new(staying, notKnown.ToLookup(k => k.Measure, k => new Standing(k.Subject, k.Occasion, Verdict.Unknown, k.Due, null)), gone.ToLookup(g => g.Key.Measure, g => KeyValuePair.Create(g.Key.Key, g.Value)));
    }

    /// <summary>A subject of which nobody can tell now on which day it is due: what it was due on before is not known to be done, or to have gone.</summary>
    private static Trouble? Undated(IEnumerable<Finding> findings) =>
        findings.FirstOrDefault() is { Reason: { } reason } finding ? new(reason, finding.Detail ?? "") : null;

    private static string? ReasonOf(Leaving leaving) => leaving switch
    {
        // What closed so long ago that it is not produced, closed all the same.
        Leaving.Forgotten => Condition.Kept,
        Leaving.Withdrawn => Condition.Withdrawn,
        Leaving.NoLongerApplies => Condition.NoLongerApplies,
        _ => null,
    };
}
