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
        await accounts.WriteAsync(Upserts([firm, .. views.Select(v => AccountRow.Of(v.Account, OnlyLead(v)))], storedAccounts), cancellationToken);
        await measures.WriteAsync(Upserts([MeasureRow.Of(SourceRead.AlertTerms), .. policy.Measures.Select(MeasureRow.Of)], storedMeasures), cancellationToken);
        HashSet<AccountId> listed = [AccountId.Firm, .. views.Select(v => v.Account.Id)];
        return [.. storedAccounts.Values.Where(AccountRow.IsListed).Select(AccountRow.Read).Where(a => !listed.Contains(a) && !views.MayHold(a))];
    }

    /// <summary>
    /// Notes of accounts that are gone that nothing is left to be cleared away; and of those that were written to that there is, should
    /// another run have noted the first meanwhile: else nobody would ever clear away what came after it.
    /// </summary>
    public async Task NoteAsync(IReadOnlyCollection<AccountId> cleared, IEnumerable<AccountId> written, CancellationToken cancellationToken)
    {
        var accounts = tables.Partition(TableNames.Accounts, AccountRow.Partition);
        var stored = await accounts.ReadAsync(cancellationToken);
        var rows = cleared.Select(a => (Account: a, IsListed: false)).Concat(written.Except(cleared).Select(a => (Account: a, IsListed: true)))
            .Select(a => stored.GetValueOrDefault(Keys.Escape(a.Account.Value)) is { } row ? AccountRow.Listed(row, a.IsListed) : null).OfType<TableEntity>();
        await accounts.WriteAsync(Upserts(rows, stored), cancellationToken);
    }

    private static PersonId? OnlyLead(AccountView view) => Leads.On(view.Today, view.Led()) is [var lead] ? lead : null;

    /// <summary>Over any version: two runs that write the same row write it alike.</summary>
    private static IEnumerable<TableTransactionAction> Upserts(IEnumerable<TableEntity> wanted, IReadOnlyDictionary<string, TableEntity> stored) =>
        Changes.Puts(wanted, stored).Select(c => new TableTransactionAction(TableTransactionActionType.UpsertReplace, c.Entity));
}
