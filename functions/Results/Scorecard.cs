using System.Collections.Immutable;

namespace Plumbline.Functions.Results;

/// <summary>An account's row of the scorecard, a standing for each promise, in the order of the scorecard's.</summary>
public sealed record ScorecardRow(string Account, string Name, ImmutableArray<Standing> Standings)
{
    public Standing Total => Standings.Aggregate(default(Standing), (sum, one) => sum + one);
}

/// <summary>An open alert as the scorecard tells it.</summary>
public sealed record WorstAlert(string AccountName, StoredAlert Alert);

/// <summary>Accounts down, promises across, and the worst alerts in words: what a person looks at.</summary>
public sealed record Scorecard(ImmutableArray<string> Promises, ImmutableArray<ScorecardRow> Rows, ImmutableArray<WorstAlert> Worst, int OpenAlerts)
{
    private const int Told = 10;

    public static Scorecard Of(StoredResults stored)
    {
        var promiseOf = stored.Measures.ToDictionary(m => m.Id, m => m.Promise);
        // A measure that the dimension does not name stands by itself.
        var standings = stored.Scores.GroupBy(s => (s.Account, Promise: promiseOf.GetValueOrDefault(s.Measure, s.Measure)))
            .ToDictionary(g => g.Key, g => g.Select(s => s.Standing).Aggregate((sum, one) => sum + one));
        ImmutableArray<string> promises = [.. standings.Keys.Select(k => k.Promise).Distinct().Order(StringComparer.Ordinal)];
        var names = stored.Accounts.ToDictionary(a => a.Id, a => a.Name);
        var rows = standings.Keys.Select(k => k.Account).Union(names.Keys)
            .Select(id => new ScorecardRow(id, names.GetValueOrDefault(id, id), [.. promises.Select(p => standings.GetValueOrDefault((id, p)))]));
        StoredAlert[] open = [.. stored.Alerts.Where(a => a.IsOpen).OrderByDescending(a => a.Severity).ThenBy(a => a.IsBreached ? 0 : 1)
            .ThenBy(a => a.Due.Length == 0 ? 1 : 0).ThenBy(a => a.Due, StringComparer.Ordinal).ThenBy(a => a.Account, StringComparer.Ordinal).ThenBy(a => a.Fingerprint, StringComparer.Ordinal)];
        return new(promises, [.. rows.OrderByDescending(r => r.Total.Breached).ThenByDescending(r => r.Total.AtRisk).ThenBy(r => r.Account, StringComparer.Ordinal)],
            [.. open.Take(Told).Select(a => new WorstAlert(names.GetValueOrDefault(a.Account, a.Account), a))], open.Length);
    }
}
