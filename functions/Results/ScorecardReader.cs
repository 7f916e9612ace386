using Azure.Data.Tables;
using Plumbline.Domain.Findings;
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
        return Scorecard.Of(new([.. accounts.Select(Account)], [.. measures.Select(Measure)], [.. scores.Select(Score)], [.. alerts.Select(Alert)]));
    }

    private async Task<List<TableEntity>> ByAccountAsync(string table, string? filter, CancellationToken cancellationToken)
    {
        List<TableEntity> all = [];
        await foreach (var page in rows.ByAccountAsync(table, filter, cancellationToken))
            all.AddRange(page);
        return all;
    }

    private static StoredAccount Account(TableEntity row) => new(Text(row, "account"), Text(row, "name"));

    private static StoredMeasure Measure(TableEntity row) => new(Text(row, "measure"), Text(row, "promise"));

    private static StoredScore Score(TableEntity row) => new(Text(row, "account"), Text(row, "measure"),
        new(Count(row, "met"), Count(row, "metlate"), Count(row, "atrisk"), Count(row, "breached"), Count(row, "unknown")));

    private static StoredAlert Alert(TableEntity row) => new(
        Text(row, "account"), Text(row, "fingerprint"), Text(row, "title"), SeverityOf(Text(row, "severity")), Text(row, "state"),
        Text(row, "message"), Text(row, "remedy"), Text(row, "due"), Text(row, "money"));

    private static Severity SeverityOf(string text) => Enum.Parse<Severity>(text, ignoreCase: true);

    private static string Text(TableEntity row, string column) => CellText.Of(row[column]) ?? "";

    private static int Count(TableEntity row, string column) => Convert.ToInt32(row[column] ?? 0, null);
}
