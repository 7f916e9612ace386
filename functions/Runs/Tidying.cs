using Azure;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Extensions;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>
/// Deletes what is no longer needed: runs and readings after 13 months, but never a source's last accepted reading; observations and resolved
/// alerts from before the look-back. An alert without an occasion stays, since it may come back and its sequence goes on.
/// </summary>
public sealed class Tidying(TableSet tables, Policy policy, TimeProvider time)
{
    private const int MonthsKept = 13;

    private readonly HashSet<string> _withOccasion = [.. policy.Measures.Where(m => m.AlertTerms.Per is AlertPer.Occasion or AlertPer.SubjectAndOccasion).Select(m => m.Id)];

    /// <summary>Whether a round of the relay is the first after midnight UTC.</summary>
    /// <param name="before">When the round before it was; null where that is not known.</param>
    /// <param name="every">How long it is between two rounds.</param>
    public static bool IsDue(DateTimeOffset now, DateTime? before, TimeSpan every) =>
        before is { Year: > 1 } last ? last.ToUniversalTime().Date < now.UtcDateTime.Date : now.UtcDateTime.TimeOfDay < every;

    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await tables.CreateAsync(cancellationToken);
        LocalDate today = time.ToClock().GetCurrentInstant().InUtc().Date;
        Instant oldest = today.PlusMonths(-MonthsKept).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        await DeleteAsync(TableNames.Runs, RunRow.Before(oldest), cancellationToken);
        await DeleteReadingsAsync(oldest, cancellationToken);
        LocalDate lookBack = today.PlusMonths(-policy.LookBackMonths);
        await DeleteAsync(TableNames.Observations, ObservationRow.Before(lookBack), cancellationToken);
        foreach (string account in (await tables.Partition(TableNames.Accounts, AccountRow.Partition).ReadAsync(cancellationToken)).Keys)
            await DeleteAlertsAsync(account, lookBack, cancellationToken);
    }

    private async Task DeleteAsync(string table, string filter, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = await tables[table].QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        foreach (var partition in rows.GroupBy(r => r.PartitionKey))
            await tables.Partition(table, partition.Key).DeleteAsync(partition, cancellationToken);
    }

    // The newest readings up to the last accepted one are what the next is held against.
    private async Task DeleteReadingsAsync(Instant oldest, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = await tables[TableNames.Sources].QueryAsync<TableEntity>(cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        foreach (var source in rows.GroupBy(r => r.PartitionKey))
        {
            var older = source.Select(SourceRow.Read).Zip(source).SkipWhile(r => !r.First.Accepted).Skip(1);
            await tables.Partition(TableNames.Sources, source.Key).DeleteAsync(older.Where(r => r.First.At < oldest).Select(r => r.Second), cancellationToken);
        }
    }

    private async Task DeleteAlertsAsync(string account, LocalDate lookBack, CancellationToken cancellationToken)
    {
        Partition alerts = tables.Partition(TableNames.Alerts, account);
        Dictionary<string, TableEntity> stored = await alerts.ReadAsync(AlertRow.First, AlertRow.End, cancellationToken);
        TableEntity[] gone = [.. stored.Values.Where(r => _withOccasion.Contains(r.Text("measure")) && AlertRow.IsResolvedBefore(r, lookBack))];
        try
        {
            await alerts.WriteAsync(Changes.Deletes(gone), cancellationToken);
        }
        catch (RequestFailedException refusal) when (Partition.IsConflict(refusal))
        {
            // A run wrote to one of them meanwhile: the next day's round looks again.
        }
    }
}
