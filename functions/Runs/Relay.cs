using System.Diagnostics;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Functions.Runs;

/// <summary>
/// Sends what stands in any account's outbox. One range query an account and, where nothing waits, no more: it costs the number of accounts,
/// and not their history.
/// </summary>
public sealed class Relay(TableSet tables, Outgoing alerts, OperationsMetrics metrics, TimeProvider time)
{
    private const int AtATime = 16;

    private readonly Publisher _publisher = new(tables, alerts);

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        using Activity? span = Tracing.Span("relay outbox");
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var oldest = new Oldest(now);
        try
        {
            await SendAsync(oldest, cancellationToken);
        }
        finally
        {
            metrics.OutboxAge((now - oldest.At).ToTimeSpan());
        }
    }

    private async Task SendAsync(Oldest oldest, CancellationToken cancellationToken)
    {
        await tables.CreateAsync(cancellationToken);
        Dictionary<string, TableEntity> accounts = await tables.Partition(TableNames.Accounts, AccountRow.Partition).ReadAsync(cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        // Rows of this table are keyed as the accounts' own partitions are.
        await Parallel.ForEachAsync(accounts.Keys, options, async (account, stop) => await _publisher.PublishAsync(account, oldest.Meet, stop));
    }

    /// <summary>When the oldest transition met was made; now, where none was. Accounts are published side by side.</summary>
    private sealed class Oldest(Instant now)
    {
        private readonly Lock _one = new();

        public Instant At { get; private set; } = now;

        public void Meet(Transition waiting)
        {
            lock (_one)
                At = Instant.Min(At, waiting.At);
        }
    }
}
