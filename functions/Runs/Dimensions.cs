using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>The tables that others join: accounts and measures. Only what changed is written, and nothing ever goes.</summary>
internal sealed class Dimensions(TableSet tables)
{
    /// <summary>The accounts that the register had once and has no more, and whose rows have not been cleared away yet.</summary>
    public async Task<IReadOnlyList<AccountId>> WriteAsync(IReadOnlyList<AccountView> views, Policy policy, CancellationToken cancellationToken)
    {
        var accounts = tables.Partition(TableNames.Accounts, AccountRow.Partition);
        var measures = tables.Partition(TableNames.Measures, MeasureRow.Partition);
        var storedAccounts = await accounts.ReadAsync(cancellationToken);
        var storedMeasures = await measures.ReadAsync(cancellationToken);
        TableEntity firm = AccountRow.Of(new(AccountId.Firm, "the firm"), null);
        await accounts.WriteAsync(Upserts([firm, .. views.Select(v => AccountRow.Of(v.Account, Lead.Of(v)))], storedAccounts), cancellationToken);
        await measures.WriteAsync(Upserts([MeasureRow.Of(SourceRead.AlertTerms), .. policy.Measures.Select(MeasureRow.Of)], storedMeasures), cancellationToken);
        HashSet<AccountId> listed = [AccountId.Firm, .. views.Select(v => v.Account.Id)];
        return [.. storedAccounts.Values.Where(AccountRow.IsListed).Select(AccountRow.Read).Where(a => !listed.Contains(a) && !views.MayHold(a))];
    }

    /// <summary>Notes that nothing of an account that is gone is left to be cleared away.</summary>
    public async Task ClearedAsync(IEnumerable<AccountId> departed, CancellationToken cancellationToken)
    {
        var accounts = tables.Partition(TableNames.Accounts, AccountRow.Partition);
        var stored = await accounts.ReadAsync(cancellationToken);
        var rows = departed.Select(a => stored.GetValueOrDefault(Keys.Escape(a.Value))).OfType<TableEntity>().Where(AccountRow.IsListed);
        await accounts.WriteAsync(Upserts(rows.Select(AccountRow.NoLongerListed), stored), cancellationToken);
    }

    /// <summary>Over any version: two runs that write the same row write it alike.</summary>
    private static IEnumerable<TableTransactionAction> Upserts(IEnumerable<TableEntity> wanted, IReadOnlyDictionary<string, TableEntity> stored) =>
        Changes.Puts(wanted, stored).Select(c => new TableTransactionAction(TableTransactionActionType.UpsertReplace, c.Entity));
}
