using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task The_longest_keys_are_stored_and_longer_ones_refused()
    {
        TableClient table = await NewTableAsync();
        string longest = new('k', LongestKey);

        await table.AddEntityAsync(Row(longest, longest));
        Assert.Equal(longest, Assert.Single(await AllAsync(table)).RowKey);
        await RefusedAsync(400, TableErrorCode.KeyValueTooLarge, () => table.AddEntityAsync(Row(new string('k', 1_025))));
    }

    [ContractFact]
    public async Task Slashes_hashes_question_marks_and_control_characters_are_refused_in_keys()
    {
        TableClient table = await NewTableAsync();
        foreach (char forbidden in "/\\#?\t\r\n\0\u007f\u0085")
        {
            await RefusedAsync(400, TableErrorCode.OutOfRangeInput, () => table.AddEntityAsync(Row($"a{forbidden}b")));
            await RefusedAsync(400, TableErrorCode.OutOfRangeInput, () => table.UpsertEntityAsync(Row("r", $"a{forbidden}b")));
        }
    }

    [ContractFact]
    public async Task A_row_has_252_columns_of_its_own_and_no_more()
    {
        TableClient table = await NewTableAsync();
        TableEntity row = Row("r");
        for (int i = row.Count; i < 254; i++)
            row[$"C{i}"] = i;
        await table.AddEntityAsync(row);
        row["OneMore"] = 1;
        await RefusedAsync(400, TableErrorCode.TooManyProperties, () => table.UpsertEntityAsync(row));
        Assert.False((await table.GetEntityAsync<TableEntity>("p", "r")).Value.ContainsKey("OneMore"));
    }

    [ContractFact]
    public async Task A_columns_name_is_an_identifier()
    {
        TableClient table = await NewTableAsync();
        foreach (string name in new[] { "a-b", "1a", "a b", "a.b" })
            await RefusedAsync(400, TableErrorCode.PropertyNameInvalid, () => table.AddEntityAsync(new TableEntity("p", "r") { [name] = 1 }));
        await RefusedAsync(400, TableErrorCode.PropertyNameTooLong, () => table.AddEntityAsync(new TableEntity("p", "r") { [new string('a', 256)] = 1 }));
        await table.AddEntityAsync(new TableEntity("p", "r") { ["_größe1"] = 1, [new string('a', 255)] = 1 });
    }

    [ContractFact]
    public async Task A_date_before_1601_is_refused()
    {
        TableClient table = await NewTableAsync();
        var earliest = new DateTime(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        await RefusedAsync(400, TableErrorCode.OutOfRangeInput, () => table.AddEntityAsync(new TableEntity("p", "r") { ["D"] = earliest.AddTicks(-1) }));
        await table.AddEntityAsync(new TableEntity("p", "r") { ["D"] = earliest });
    }

    [ContractFact]
    public async Task An_instant_of_another_zone_is_stored_in_utc()
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["D"] = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(1)) });

        DateTimeOffset read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetDateTimeOffset("D")!.Value;

        Assert.Equal((new DateTimeOffset(2026, 6, 1, 11, 0, 0, TimeSpan.Zero), TimeSpan.Zero), (read, read.Offset));
    }

    [ContractFact]
    public async Task Text_of_32768_characters_is_stored_and_longer_text_refused()
    {
        TableClient table = await NewTableAsync();
        string longest = new('é', 32_768);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["T"] = longest });
        Assert.Equal(longest, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("T"));
        await RefusedAsync(400, TableErrorCode.PropertyValueTooLarge, () => table.UpsertEntityAsync(new TableEntity("p", "r") { ["T"] = longest + "x" }));
    }

    [ContractFact]
    public async Task A_binary_of_64_KiB_is_stored_and_a_longer_one_refused()
    {
        TableClient table = await NewTableAsync();
        byte[] longest = new byte[64 * 1024];

        await table.AddEntityAsync(new TableEntity("p", "r") { ["B"] = longest });
        Assert.Equal(longest, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetBinary("B"));
        await RefusedAsync(400, TableErrorCode.PropertyValueTooLarge, () => table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = new byte[longest.Length + 1] }));
    }

    [ContractFact]
    public async Task A_row_above_1_MiB_is_refused()
    {
        TableClient table = await NewTableAsync();
        TableEntity row = Row("r");
        for (int i = 0; i < 17; i++)
            row[$"C{i}"] = new string('x', 32_768);
        await RefusedAsync(400, TableErrorCode.EntityTooLarge, () => table.AddEntityAsync(row));
    }

    [ContractFact]
    public async Task A_transaction_above_4_MiB_is_refused_whole()
    {
        TableClient table = await NewTableAsync();
        IEnumerable<TableTransactionAction> actions = Enumerable.Range(0, 9).Select(i =>
        {
            TableEntity row = Row($"{i}");
            for (int c = 0; c < 15; c++)
                row[$"C{c}"] = new string('x', 32_768);
            return new TableTransactionAction(TableTransactionActionType.Add, row);
        });

        RequestFailedException refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.InRange(refusal.Status, 400, 413);
        Assert.Empty(await AllAsync(table));
    }

    [ContractFact]
    public async Task A_page_of_more_than_1000_rows_is_refused()
    {
        TableClient table = await NewTableAsync();

        await RefusedAsync(400, TableErrorCode.InvalidInput, async () => await table.QueryAsync<TableEntity>(maxPerPage: 1_001).AsPages().GetAsyncEnumerator().MoveNextAsync());
    }
}
