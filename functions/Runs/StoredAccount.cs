using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>What is stored of an account, by row key.</summary>
internal sealed record StoredAccount(
    IReadOnlyDictionary<string, TableEntity> Findings, IReadOnlyDictionary<string, TableEntity> Alerts,
    IReadOnlyDictionary<string, TableEntity> Scores, IReadOnlyDictionary<string, TableEntity> Ageing);

/// <summary>The partitions of one account.</summary>
internal sealed class AccountPartitions(TableSet tables, AccountId account)
{
    public Partition Findings { get; } = tables.Partition(TableNames.Findings, Keys.Escape(account.Value));

    public Partition Alerts { get; } = tables.Partition(TableNames.Alerts, Keys.Escape(account.Value));

    public Partition Scores { get; } = tables.Partition(TableNames.Scores, Keys.Escape(account.Value));

    public Partition Ageing { get; } = tables.Partition(TableNames.Ageing, Keys.Escape(account.Value));

    public async Task<StoredAccount> ReadAsync(CancellationToken cancellationToken)
    {
        var findings = Findings.ReadAsync(cancellationToken);
        var alerts = Alerts.ReadAsync(AlertRow.First, AlertRow.End, cancellationToken);
        var scores = Scores.ReadAsync(cancellationToken);
        var ageing = Ageing.ReadAsync(cancellationToken);
        return new(await findings, await alerts, await scores, await ageing);
    }
}
