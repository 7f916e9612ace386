using Azure;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Tables;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task A_query_reads_every_page_in_the_order_of_the_keys()
    {
        TableClient table = await NewTableAsync();
        await FillAsync(table, 2_500);

        var read = new List<string>();
        await foreach (Page<TableEntity> page in table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages())
        {
            Assert.InRange(page.Values.Count, 0, 1_000);
            read.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal(Enumerable.Range(0, 2_500).Select(i => $"{i:D5}"), read);
    }

    [ContractFact]
    public async Task Filters_compare_every_type_and_a_row_without_the_column_never_matches()
    {
        TableClient table = await NewTableAsync();
        DateTimeOffset noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
        await table.AddEntityAsync(new TableEntity("p", "1") { ["I"] = 1, ["L"] = 1L << 40, ["D"] = 1.5, ["B"] = true, ["G"] = AnyGuid, ["T"] = noon, ["S"] = "O'Brien" });
        await table.AddEntityAsync(new TableEntity("p", "2") { ["I"] = 2, ["L"] = 2L << 40, ["D"] = 2.5, ["B"] = false, ["G"] = Guid.Empty, ["T"] = noon.AddHours(1), ["S"] = "Zoë" });
        await table.AddEntityAsync(new TableEntity("p", "3"));

        await FindsAsync("1", $"I eq {1}");
        await FindsAsync("2", $"I ne {1}");
        await FindsAsync("2", $"L gt {1L << 40}");
        await FindsAsync("12", $"D ge {1.5} and D le {2.5}");
        await FindsAsync("1", $"B eq {true}");
        await FindsAsync("1", $"G eq {AnyGuid}");
        await FindsAsync("1", $"T lt {noon.AddHours(1)}");
        await FindsAsync("1", $"T eq {noon.ToOffset(TimeSpan.FromHours(5))}");
        await FindsAsync("1", $"S eq {"O'Brien"}");
        await FindsAsync("12", $"S eq {"O'Brien"} or S eq {"Zoë"}");
        await FindsAsync("1", $"S ge {"O"} and S lt {"P"}");
        await FindsAsync("23", $"PartitionKey eq {"p"} and RowKey gt {"1"}");

        async Task FindsAsync(string rows, FormattableString filter) =>
            Assert.Equal(rows, string.Concat((await AllAsync(table, TableClient.CreateQueryFilter(filter))).Select(row => row.RowKey)));
    }

    [ContractFact]
    public async Task A_selection_reads_no_other_columns()
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        await foreach (TableEntity row in table.QueryAsync<TableEntity>(select: ["RowKey", "A"]))
            Assert.Equal(("r", 1, null), (row.RowKey, row.GetInt32("A"), row.GetInt32("B")));
    }

    private static async Task FillAsync(TableClient table, int rows)
    {
        foreach (int[] hundred in Enumerable.Range(0, rows).Chunk(100))
            await table.SubmitTransactionAsync(hundred.Select(i => new TableTransactionAction(TableTransactionActionType.Add, Row($"{i:D5}"))));
    }
}
