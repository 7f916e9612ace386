using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

public abstract partial class TableContract
{
    private static readonly Guid AnyGuid = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    [ContractFact]
    public async Task A_dictionary_comes_back_with_its_types()
    {
        TableClient table = await NewTableAsync();
        var stored = new TableEntity("p", "r")
        {
            ["Text"] = "Müller & Søn: £5, ‘quoted’ 😀 \u2028 {\"a\":1}",
            ["Int"] = -7,
            ["Long"] = 9_007_199_254_740_993L,
            ["SmallLong"] = 5L,
            ["Double"] = 0.1,
            ["WholeDouble"] = 3.0,
            ["Bool"] = true,
            ["Guid"] = AnyGuid,
            ["Bytes"] = new byte[] { 0, 255, 7 },
            ["Date"] = new DateTimeOffset(2026, 11, 21, 8, 30, 0, 123, TimeSpan.Zero).AddTicks(4567),
        };
        await table.AddEntityAsync(stored);

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        foreach (string column in stored.Keys)
            Assert.Equal(stored[column], read[column]);
        Assert.Equal(new DateTime(2026, 11, 21, 8, 30, 0, DateTimeKind.Utc), read.GetDateTime("Date")!.Value, TimeSpan.FromSeconds(1));
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [ContractFact]
    public async Task A_replacement_drops_what_it_does_not_name()
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, TableUpdateMode.Replace);
        TableEntity replaced = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal((3, null), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [ContractFact]
    public async Task Keys_may_hold_quotes_percent_signs_and_other_scripts()
    {
        TableClient table = await NewTableAsync();
        string[] keys = ["O'Brien", "''", "100%", "a%2Fb", "a+b", "a:b|c", "a b", "é漢😀", "", "{x}", "&=;,()", "~!@$^*[]\"<>`"];
        foreach (string key in keys)
        {
            await table.AddEntityAsync(Row(key, key));
            await table.UpdateEntityAsync(new TableEntity(key, key) { ["More"] = 1 }, ETag.All);
            TableEntity read = await table.GetEntityAsync<TableEntity>(key, key);
            Assert.Equal((key, key, key, 1), (read.PartitionKey, read.RowKey, read.GetString("Value"), read.GetInt32("More")));
            Assert.Single(await AllAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")));
        }

        foreach (string key in keys)
        {
            await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row(key, key), ETag.All)]);
            await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, Row(key, key))]);
        }

        Assert.Empty(await AllAsync(table));
    }

    [ContractFact]
    public async Task A_row_that_is_not_there_is_a_failure_only_to_who_demands_it()
    {
        TableClient table = await NewTableAsync();

        await RefusedAsync(404, TableErrorCode.ResourceNotFound, () => table.GetEntityAsync<TableEntity>("p", "r"));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
        await RefusedAsync(404, TableErrorCode.ResourceNotFound, () => table.UpdateEntityAsync(Row("r"), ETag.All));
    }

    [ContractFact]
    public async Task A_row_that_is_there_is_found_and_no_second_one_is_added()
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(Row("r"));

        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>("p", "r", select: ["Value"]);
        Assert.Equal("r", found.Value!.GetString("Value"));
        await RefusedAsync(409, TableErrorCode.EntityAlreadyExists, () => table.AddEntityAsync(Row("r")));
    }
}
