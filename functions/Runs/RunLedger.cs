using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>Enters runs in <c>runs</c>: when one starts, and in the same row when it ends.</summary>
internal sealed class RunLedger(TableSet tables)
{
    public Task WriteAsync(RunEntry run, CancellationToken cancellationToken) =>
        tables[TableNames.Runs].UpsertEntityAsync(RunRow.Of(run), TableUpdateMode.Replace, cancellationToken);

    /// <summary>One hash over everything that the sources said.</summary>
    public static string HashOf(Snapshot snapshot)
    {
        var lines = snapshot.Readings.Values.OrderBy(r => r.Source, StringComparer.Ordinal).Select(r => $"{r.Source}\0{r.State}\0{r.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
