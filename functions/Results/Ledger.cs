using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>What the ledger of runs says to those who ask after the app.</summary>
public static class Ledger
{
    private const string Filter = "state eq 'finished'";

    /// <summary>Whether the tables answer; a ledger that is not there yet is an answer.</summary>
    public static async Task<string?> FaultAsync(TableSet tables, CancellationToken cancellationToken)
    {
        try
        {
            await tables[TableNames.Runs].GetEntityIfExistsAsync<TableEntity>("none", "none", cancellationToken: cancellationToken);
            return null;
        }
        catch (RequestFailedException refused)
        {
            return refused.Status == 0 ? "cannot be reached" : $"refused: {refused.ErrorCode ?? $"{refused.Status}"}";
        }
        // The app has no identity here, or one that is given no token.
        catch (AuthenticationFailedException)
        {
            return "not allowed";
        }
        // All attempts of the client's own came to nothing.
        catch (AggregateException)
        {
            return "cannot be reached";
        }
    }

    /// <summary>The newest finished run of this month or the last; the months are partitions, the newest run first in each.</summary>
    public static async Task<FinishedRun?> NewestAsync(TableSet tables, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = new Rows(tables);
        foreach (DateTimeOffset month in (DateTimeOffset[])[now, now.AddMonths(-1)])
        {
            string? filter = Rows.And(Rows.Partition(Keys.Escape($"{month:yyyy-MM}")), Filter);
            await foreach (var page in rows.ReadAsync(TableNames.Runs, filter, cancellationToken))
                if (page.Count > 0)
                    return new(page[0].GetString("run") ?? page[0].RowKey, CellText.Of(page[0]["finishedat"]) ?? "");
        }
        return null;
    }
}
