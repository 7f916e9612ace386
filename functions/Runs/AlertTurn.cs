using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>Decides what the alerts of an account do, each write an alert with the transition that it tells.</summary>
internal static class AlertTurn
{
    public static IEnumerable<WriteUnit> Of(Judgement judged, StoredAccount stored, Departures departures, Instant at)
    {
        Dictionary<string, Alert> alerts = stored.Alerts.Values.Select(AlertRow.Read).ToDictionary(a => a.Fingerprint);
        foreach (Condition condition in Folding.Fold([.. Conditions(judged, stored, departures, alerts.Values)]))
        {
            Alert? before = alerts.GetValueOrDefault(Fingerprint.Of(condition.Measure, condition.Account, condition.Key));
            if (Write(AlertDecision.Decide(before, condition, at), stored.Alerts) is { } unit)
                yield return unit;
        }
    }

    /// <summary>How many stored alerts are open of which a source that was not read may say more.</summary>
    public static int Unjudged(Judgement judged, StoredAccount stored) => stored.Alerts.Values.Count(a => a.Text("state") != AlertRow.NameOf(AlertState.Resolved)
        && judged.Measures.TryGetValue(a.Text("measure"), out Watched? watched) && watched.Unread is not null);

    private static IEnumerable<Condition> Conditions(Judgement judged, StoredAccount stored, Departures departures, IEnumerable<Alert> alerts)
    {
        ILookup<string, Standing> found = judged.Findings.ToLookup(f => f.Measure, f => new Standing(f.Subject, f.Occasion, f.Verdict, f.Due, f));
        ILookup<string, KeyValuePair<string, string>> changed = ChangedTerms(judged, stored.Findings);
        HashSet<string> gathered = [];
        foreach ((string measure, Watched watched) in judged.Measures)
        {
            var gone = departures.Gone[measure].Concat(changed[measure]).DistinctBy(g => g.Key).ToDictionary();
            foreach (Condition condition in Condition.Gather(
                watched.Terms, judged.Account, found[measure].Concat(departures.Standings[measure]), gone, judged.WatchFrom, judged.OwnerOf))
            {
                gathered.Add(Fingerprint.Of(measure, judged.Account, condition.Key));
                yield return condition;
            }
        }
        foreach (Alert alert in alerts)
            if (alert.State != AlertState.Resolved && !gathered.Contains(alert.Fingerprint) && !MayStillStand(alert, judged))
                yield return new(alert.Measure, alert.Account, alert.Key, Verdict.Met, null, Condition.NoLongerApplies);
    }

    /// <summary>What closed because the policy says something else now, by measure and alert key.</summary>
    private static ILookup<string, KeyValuePair<string, string>> ChangedTerms(Judgement judged, IReadOnlyDictionary<string, TableEntity> stored)
    {
        Dictionary<string, KeptFinding> wrong = stored.Select(s => KeyValuePair.Create(s.Key, FindingRow.Read(s.Value)))
            .Where(k => k.Value.Verdict is Verdict.AtRisk or Verdict.Breached).ToDictionary();
        return (from finding in wrong.Count == 0 ? [] : judged.Findings.AsEnumerable()
                where finding.Verdict is Verdict.Met or Verdict.NotDue
                where wrong.TryGetValue(FindingRow.KeyOf(finding.Measure, finding.Subject, finding.Occasion), out KeptFinding? kept) && kept.IsClosedByTerms(finding)
                select (finding.Measure, Key: judged.Measures[finding.Measure].Terms.KeyOf(finding.Subject, finding.Occasion), finding.Ground.Policy))
            .ToLookup(c => c.Measure, c => KeyValuePair.Create(c.Key, Condition.TermsChanged(c.Policy)));
    }

    /// <summary>
    /// An open alert of which neither a finding nor a row is left: its measure is gone, or a run ended between its alerts and its findings.
    /// What cannot be judged now may be what it stands for.
    /// </summary>
    private static bool MayStillStand(Alert alert, Judgement judged) => judged.Measures.TryGetValue(alert.Measure, out Watched? watched)
        && (watched.Unread is not null || judged.Findings.Any(f => f.Measure == alert.Measure && f.Verdict == Verdict.Unknown && MayBeOf(alert.Key, f.Subject)));

    /// <summary>A key is a subject, or a subject and its occasion behind a tilde.</summary>
    private static bool MayBeOf(string key, string subject) => key == subject || key.StartsWith($"{subject}~", StringComparison.Ordinal);

    private static WriteUnit? Write(AlertChange change, IReadOnlyDictionary<string, TableEntity> stored)
    {
        if (change.Next is not { } next)
            return null;
        TableEntity row = AlertRow.Of(next);
        return Changes.Put(row, stored.GetValueOrDefault(row.RowKey)) switch
        {
            null => null,
            { } put when change.Tell is { } told => new([put, new(TableTransactionActionType.Add, OutboxRow.Of(next, told))], told),
            { } put => new([put]),
        };
    }
}
