using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Reads what the scorecard is made of.</summary>
public sealed class ScorecardReader(Rows rows)
{
    public async Task<Scorecard> ReadAsync(CancellationToken cancellationToken)
    {
        List<TableEntity> accounts = await rows.AllAsync(TableNames.Accounts, Rows.Dimension, cancellationToken);
        List<TableEntity> measures = await rows.AllAsync(TableNames.Measures, Rows.Dimension, cancellationToken);
        List<TableEntity> scores = await ByAccountAsync(TableNames.Scores, null, cancellationToken);
        List<TableEntity> alerts = await ByAccountAsync(TableNames.Alerts, AlertRequest.OpenAlerts, cancellationToken);
        return Scorecard.Of(
            accounts.ToDictionary(r => r.Text("account"), r => r.Text("name")),
            measures.Where(r => r.Text("promise").Length > 0).ToDictionary(r => r.Text("measure"), r => r.Text("promise")),
            scores.Select(r => (r.Text("account"), ScoreRow.Read(r))),
            alerts.Select(AlertRow.Read));
    }

    private async Task<List<TableEntity>> ByAccountAsync(string table, string? filter, CancellationToken cancellationToken)
    {
        List<TableEntity> all = [];
        await foreach (var page in rows.ByAccountAsync(table, filter, cancellationToken))
            all.AddRange(page);
        return all;
    }
}
