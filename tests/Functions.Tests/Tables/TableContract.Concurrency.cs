using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task A_row_changed_since_it_was_read_is_not_overwritten_and_not_deleted()
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(Row("r"));
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");
        await table.UpdateEntityAsync(Row("r"), read.ETag, TableUpdateMode.Replace);

        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace));
        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.UpdateEntityAsync(read, read.ETag));
        await RefusedAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.DeleteEntityAsync("p", "r", read.ETag));
    }

    [ContractFact]
    public async Task The_tag_of_a_write_is_the_tag_that_is_read_and_it_changes_with_every_write()
    {
        TableClient table = await NewTableAsync();
        ETag added = (await table.AddEntityAsync(Row("r"))).Headers.ETag!.Value;
        Assert.Equal(added, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag);

        ETag updated = (await table.UpdateEntityAsync(Row("r"), added)).Headers.ETag!.Value;
        Assert.Equal(updated, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag);
        Assert.NotEqual(added, updated);
        Assert.Equal(204, (await table.DeleteEntityAsync(new TableEntity("p", "r"), updated)).Status);
    }

    [ContractFact]
    public async Task Of_many_who_change_one_version_one_succeeds()
    {
        TableClient table = await NewTableAsync();
        ETag tag = (await table.AddEntityAsync(Row("r"))).Headers.ETag!.Value;

        bool[] done = await Task.WhenAll(Enumerable.Range(0, 8).Select(TryAsync));

        Assert.Single(done, true);

        async Task<bool> TryAsync(int who)
        {
            try
            {
                await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Who"] = who }, tag);
                return true;
            }
            catch (RequestFailedException refusal) when (refusal.Status == 412)
            {
                return false;
            }
        }
    }

    [ContractFact]
    public async Task A_request_that_is_given_up_ends_as_cancelled()
    {
        TableClient table = await NewTableAsync();
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(Row("r"), given.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await table.QueryAsync<TableEntity>(cancellationToken: given.Token).GetAsyncEnumerator().MoveNextAsync());
        Assert.Empty(await AllAsync(table));
    }
}
