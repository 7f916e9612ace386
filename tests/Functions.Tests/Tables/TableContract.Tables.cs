using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task Making_a_table_that_is_there_changes_nothing()
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(Row("1"));

        await Account.GetTableClient(table.Name).CreateIfNotExistsAsync();

        Assert.Single(await AllAsync(table));
    }

    [ContractFact]
    public async Task A_table_that_is_not_there_takes_no_row_and_has_none()
    {
        TableClient table = Account.GetTableClient(NewName());

        await RefusedAsync(404, TableErrorCode.TableNotFound, () => table.AddEntityAsync(Row("1")));
        await RefusedAsync(404, TableErrorCode.TableNotFound, () => AllAsync(table));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }
}
