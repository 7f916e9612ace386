using Azure.Data.Tables;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>
/// Sends what stands in any account's outbox. One range query an account and, where nothing waits, no more: it costs the number of accounts,
/// and not their history.
/// </summary>
public sealed class Relay(TableSet tables, Outgoing alerts)
{
    private const int AtATime = 16;

    private readonly Publisher _publisher = new(tables, alerts);

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await tables.CreateAsync(cancellationToken);
        Dictionary<string, TableEntity> accounts = await tables.Partition(TableNames.Accounts, AccountRow.Partition).ReadAsync(cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        // Rows of this table are keyed as the accounts' own partitions are.
        await Parallel.ForEachAsync(accounts.Keys, options, async (account, stop) => await _publisher.PublishAsync(account, stop));
    }
}
