using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>The tables that others join: accounts, measures and people. Only what changed is written, and nothing ever goes.</summary>
internal sealed class Dimensions(TableSet tables)
{
    /// <summary>The accounts that the register had once and has no more, and whose rows have not been cleared away yet.</summary>
    public async Task<IReadOnlyList<AccountId>> WriteAsync(Views views, CancellationToken cancellationToken)
    {
        FirmView firm = views.OfFirm.Firm;
        (Account Account, PersonId[] Leads)[] led = [.. views.Select(v => (v.Account, Leads.On(v.Today, v.Led())))];
        var stored = await WriteAsync(TableNames.Accounts, AccountRow.Partition, _ =>
            [AccountRow.Of(new(AccountId.Firm, "the firm"), null), .. led.Select(l => AccountRow.Of(l.Account, l.Leads is [var lead] ? lead : null))], cancellationToken);
        await WriteAsync(TableNames.Measures, MeasureRow.Partition, _ =>
            [MeasureRow.Of(SourceRead.AlertTerms), .. firm.Policy.Measures.Select(MeasureRow.Of)], cancellationToken);
        HashSet<PersonId> leads = [.. led.SelectMany(l => l.Leads)];
        await WriteAsync(TableNames.People, PersonRow.Partition, before => KnownPeople.Rows(firm, leads, before), cancellationToken);
        HashSet<AccountId> listed = [AccountId.Firm, .. led.Select(l => l.Account.Id)];
        return [.. stored.Values.Where(AccountRow.IsListed).Select(AccountRow.Read).Where(a => !listed.Contains(a) && !views.MayHold(a))];
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

    /// <summary>The rows that stood there before.</summary>
    private async Task<Dictionary<string, TableEntity>> WriteAsync(
        string table, string partition, Func<IReadOnlyDictionary<string, TableEntity>, IEnumerable<TableEntity>> wanted, CancellationToken cancellationToken)
    {
        Partition rows = tables.Partition(table, partition);
        var stored = await rows.ReadAsync(cancellationToken);
        await rows.WriteAsync(Upserts(wanted(stored), stored), cancellationToken);
        return stored;
    }

    /// <summary>Over any version: two runs that write the same row write it alike.</summary>
    private static IEnumerable<TableTransactionAction> Upserts(IEnumerable<TableEntity> wanted, IReadOnlyDictionary<string, TableEntity> stored) =>
        Changes.Puts(wanted, stored).Select(c => new TableTransactionAction(TableTransactionActionType.UpsertReplace, c.Entity));
}
