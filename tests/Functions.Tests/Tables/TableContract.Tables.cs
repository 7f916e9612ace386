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

        Assert.Equal(table.Name, (await Account.CreateTableIfNotExistsAsync(table.Name)).Value.Name);
        Assert.Single(await AllAsync(table));
    }

    [ContractFact]
    public async Task Making_a_new_table_that_is_there_is_refused()
    {
        TableClient table = await NewTableAsync();

        await RefusedAsync(409, TableErrorCode.TableAlreadyExists, () => Account.CreateTableAsync(table.Name));
    }

    [ContractFact]
    public async Task A_dropped_table_is_gone_and_dropping_it_again_is_no_failure()
    {
        TableClient table = await NewTableAsync();

        Assert.Equal(204, (await Account.DeleteTableAsync(table.Name)).Status);
        Assert.Equal(404, (await Account.DeleteTableAsync(table.Name)).Status);
        // The service may say TableBeingDeleted (409) for half a minute where Azurite says TableNotFound (404).
        RequestFailedException refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Row("1")));
        Assert.Contains(refusal.Status, new[] { 404, 409 });
    }

    [ContractFact]
    public async Task Tables_are_listed_by_name()
    {
        TableClient table = await NewTableAsync();
        string name = table.Name;

        Assert.Equal([name], await NamesAsync(Account.QueryAsync(item => item.Name == name)));
        Assert.Equal([name], await NamesAsync(Account.QueryAsync((FormattableString)$"TableName eq {name}")));
        string next = name + "b";
        await NewTableAsync(next);
        // Of all tables of the account, those of other tests among them, as many pages would be asked for.
        Assert.Equal([name, next], await NamesAsync(Account.QueryAsync($"TableName ge '{name}' and TableName le '{next}'", maxPerPage: 1)));
    }

    [ContractFact]
    public async Task A_row_for_a_table_that_is_not_there_is_refused() =>
        await RefusedAsync(404, TableErrorCode.TableNotFound, () => Account.GetTableClient(NewName()).AddEntityAsync(Row("1")));

    private static async Task<List<string>> NamesAsync(AsyncPageable<TableItem> tables)
    {
        var names = new List<string>();
        await foreach (TableItem table in tables)
        {
            names.Add(table.Name);
        }

        return names;
    }
}
