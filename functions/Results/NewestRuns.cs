using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Reads the newest finished run from the run log.</summary>
internal static class NewestRuns
{
    private const string Filter = "state eq 'finished'";

    /// <summary>Asks for a row that is never there: a table that does not exist yet is an answer too.</summary>
    public static async Task<string?> AskAsync(TableSet tables, CancellationToken cancellationToken)
    {
        await tables[TableNames.Runs].GetEntityIfExistsAsync<TableEntity>("none", "none", cancellationToken: cancellationToken);
        return null;
    }

    /// <summary>The newest finished run of this month or the last; the months are partitions, the newest run first in each.</summary>
    public static async Task<FinishedRun?> ReadAsync(TableSet tables, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = new Rows(tables);
        foreach (DateTimeOffset month in (DateTimeOffset[])[now, now.AddMonths(-1)])
        {
            string? filter = Rows.And(Rows.Partition(Keys.Escape($"{month:yyyy-MM}")), Filter);
            await foreach (var page in rows.ReadAsync(TableNames.Runs, filter, cancellationToken))
                if (page.Count > 0 && page[0].GetDateTimeOffset("finishedat") is { } finished)
                    return new(page[0].GetString("run") ?? page[0].RowKey, finished);
        }
        return null;
    }
}
