using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>Enters runs in <c>runs</c>: when one starts, and in the same row when it ends.</summary>
internal sealed class RunLedger(TableSet tables)
{
    public Task WriteAsync(RunEntry run, CancellationToken cancellationToken) =>
        tables[TableNames.Runs].UpsertEntityAsync(RunRow.Of(run), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Whether a run of everything that was opened later has finished: then this one would only say what was so before.</summary>
    /// <param name="now">Months are partitions: none later than this one's need be asked.</param>
    public async Task<bool> IsOvertakenAsync(RunEntry run, Instant now, CancellationToken cancellationToken)
    {
        string[] months = [.. new[] { run.OpenedAt, now }.Select(RunRow.PartitionOf).Distinct()];
        foreach (string month in months)
            if (await HasAsync(RunRow.LaterFinished(month, run.OpenedAt), cancellationToken))
                return true;
        return false;
    }

    /// <summary>Whether it has been made: its message comes again where nobody heard that it was done.</summary>
    public Task<bool> IsFinishedAsync(RunEntry run, CancellationToken cancellationToken) => HasAsync(RunRow.OwnFinished(run), cancellationToken);

    private async Task<bool> HasAsync(string filter, CancellationToken cancellationToken)
    {
        await foreach (TableEntity _ in tables[TableNames.Runs].QueryAsync<TableEntity>(filter, 1, ["RowKey"], cancellationToken))
            return true;
        return false;
    }

    /// <summary>One hash over everything that the sources said.</summary>
    public static string HashOf(Snapshot snapshot)
    {
        var lines = snapshot.Readings.Values.OrderBy(r => r.Source, StringComparer.Ordinal).Select(r => $"{r.Source}\0{r.State}\0{r.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
