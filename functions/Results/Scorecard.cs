using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Results;

/// <summary>An account's row of the scorecard: counts for each promise, in the order of the scorecard's.</summary>
public sealed record ScorecardRow(string Account, string Name, ImmutableArray<PromiseCounts> Counts)
{
    public PromiseCounts Total => Counts.Aggregate(default(PromiseCounts), (sum, one) => sum + one);
}

/// <summary>An open alert, and the name of its account.</summary>
public sealed record WorstAlert(string AccountName, Alert Alert);

/// <summary>Accounts down, promises across, and the worst alerts: what a person looks at.</summary>
/// <param name="Promises">The kinds of promise that anything was judged by.</param>
/// <param name="Rows">The worst account first.</param>
public sealed record Scorecard(ImmutableArray<string> Promises, ImmutableArray<ScorecardRow> Rows, ImmutableArray<WorstAlert> Worst, int OpenAlerts)
{
    private const int Told = 10;

    /// <param name="names">Of the accounts, by id.</param>
    /// <param name="promises">The kind of promise of each measure, by id; a measure without one stands for itself.</param>
    public static Scorecard Of(
        IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> promises, IEnumerable<(string Account, Score Score)> scores, IEnumerable<Alert> alerts)
    {
        var counts = scores.GroupBy(s => (s.Account, Promise: promises.GetValueOrDefault(s.Score.Measure, s.Score.Measure)))
            .ToDictionary(g => g.Key, g => g.Select(s => PromiseCounts.Of(s.Score)).Aggregate((sum, one) => sum + one));
        ImmutableArray<string> across = [.. counts.Keys.Select(k => k.Promise).Distinct().Order(StringComparer.Ordinal)];
        var rows = counts.Keys.Select(k => k.Account).Union(names.Keys)
            .Select(id => new ScorecardRow(id, names.GetValueOrDefault(id, id), [.. across.Select(p => counts.GetValueOrDefault((id, p)))]));
        Alert[] open = [.. WorstFirst(alerts.Where(a => a.State != AlertState.Resolved))];
        // What waits for another is told with that other, which says what waits behind it.
        HashSet<string> standing = [.. open.Select(a => a.Fingerprint)];
        Alert[] told = [.. open.Where(a => a.Content.Cause is not { } cause || !standing.Contains(cause)).Take(Told)];
        return new(across, [.. WorstFirst(rows)], [.. told.Select(a => new WorstAlert(names.GetValueOrDefault(a.Account.Value, a.Account.Value), a))], open.Length);
    }

    private static IEnumerable<ScorecardRow> WorstFirst(IEnumerable<ScorecardRow> rows) =>
        rows.OrderByDescending(r => r.Total.Breached).ThenByDescending(r => r.Total.AtRisk).ThenBy(r => r.Account, StringComparer.Ordinal);

    /// <summary>By severity, broken before endangered, and of those what has waited longest; amounts of several currencies have no order.</summary>
    private static IEnumerable<Alert> WorstFirst(IEnumerable<Alert> alerts) =>
        alerts.OrderByDescending(a => a.Content.Severity).ThenByDescending(a => a.State == AlertState.Breached)
            .ThenBy(a => a.Content.Due ?? LocalDate.MaxIsoValue).ThenBy(a => a.Account.Value, StringComparer.Ordinal).ThenBy(a => a.Fingerprint, StringComparer.Ordinal);
}
