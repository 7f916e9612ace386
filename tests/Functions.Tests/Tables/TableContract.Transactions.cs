using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

public abstract partial class TableContract
{
    [ContractFact]
    public async Task A_transaction_does_all_of_its_actions_and_answers_each()
    {
        TableClient table = await NewTableAsync();
        await table.SubmitTransactionAsync([.. "abcd".Select(key => new TableTransactionAction(TableTransactionActionType.Add, Row($"{key}")))]);

        Response<IReadOnlyList<Response>> answers = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Delete, Row("a")),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "c") { ["More"] = 2L }, ETag.All),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "d") { ["Value"] = "Ø 'quoted' \u2028 {}" }),
            new(TableTransactionActionType.UpsertReplace, Row("e")),
            new(TableTransactionActionType.Add, Row("f")),
        ]);

        Assert.Equal(5, answers.Value.Count);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        List<TableEntity> rows = await AllAsync(table);
        Assert.Equal("bcdef", string.Concat(rows.Select(row => row.RowKey)));
        Assert.Equal(("b", null, 2L), (rows[0].GetString("Value"), rows[1].GetString("Value"), rows[1].GetInt64("More")));
        Assert.Equal("Ø 'quoted' \u2028 {}", rows[2].GetString("Value"));
        Assert.Equal(rows[^1].ETag, answers.Value[4].Headers.ETag);
    }

    [ContractFact]
    public async Task A_transaction_of_100_is_done_and_one_of_101_refused_whole()
    {
        TableClient table = await NewTableAsync();
        await table.SubmitTransactionAsync(Actions(100));
        Assert.Equal(100, (await AllAsync(table)).Count);

        TableClient other = await NewTableAsync();
        await RefusedAsync(400, TableErrorCode.InvalidInput, () => other.SubmitTransactionAsync(Actions(101)));
        Assert.Empty(await AllAsync(other));

        static IEnumerable<TableTransactionAction> Actions(int count) =>
            Enumerable.Range(0, count).Select(i => new TableTransactionAction(TableTransactionActionType.Add, Row($"{i:D3}")));
    }

    [ContractFact]
    public async Task A_transaction_of_one_action_is_done()
    {
        TableClient table = await NewTableAsync();
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, Row("1"))]);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row("1"), ETag.All)]);

        Assert.Single(await AllAsync(table));
    }

    [ContractFact]
    public Task A_transaction_over_two_partitions_is_refused_whole() => RefusedWholeAsync(
        400, TableErrorCode.CommandsInBatchActOnDifferentPartitions, null,
        new(TableTransactionActionType.Add, Row("1", "p")),
        new(TableTransactionActionType.Add, Row("2", "q")));

    [ContractFact]
    public Task A_transaction_that_names_a_row_twice_is_refused_whole() => RefusedWholeAsync(
        400, TableErrorCode.InvalidDuplicateRow, 1,
        new(TableTransactionActionType.UpsertReplace, Row("1")),
        new(TableTransactionActionType.UpsertReplace, Row("1")));

    [ContractFact]
    public Task A_transaction_with_a_row_that_the_service_does_not_take_is_refused_whole() => RefusedWholeAsync(
        400, TableErrorCode.PropertyNameInvalid, null,
        new(TableTransactionActionType.Add, Row("1")),
        new(TableTransactionActionType.Add, new TableEntity("p", "2") { ["a-b"] = 1 }));

    [ContractFact]
    public Task A_transaction_whose_third_action_fails_is_refused_whole_and_says_which() => RefusedWholeAsync(
        409, TableErrorCode.EntityAlreadyExists, 2,
        new(TableTransactionActionType.Add, Row("1")),
        new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "there") { ["Value"] = "changed" }),
        new(TableTransactionActionType.Add, Row("there2")),
        new(TableTransactionActionType.Add, Row("3")));

    [ContractFact]
    public Task A_transaction_with_an_old_tag_is_refused_whole() => RefusedWholeAsync(
        412, TableErrorCode.UpdateConditionNotSatisfied, 1,
        new(TableTransactionActionType.Add, Row("1")),
        new(TableTransactionActionType.UpdateReplace, Row("there"), new ETag("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"")));

    [ContractFact]
    public Task A_transaction_that_deletes_a_row_that_is_not_there_is_refused_whole() => RefusedWholeAsync(
        404, TableErrorCode.ResourceNotFound, 1,
        new(TableTransactionActionType.Add, Row("1")),
        new(TableTransactionActionType.Delete, Row("absent")));

    /// <param name="index">Which action the service names; null where our rules refuse the whole on the way.</param>
    private async Task RefusedWholeAsync(int status, TableErrorCode code, int? index, params TableTransactionAction[] actions)
    {
        TableClient table = await NewTableAsync();
        await table.AddEntityAsync(Row("there"));
        await table.AddEntityAsync(Row("there2"));

        RequestFailedException refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));

        Assert.Equal((status, code.ToString(), index), (refusal.Status, refusal.ErrorCode, (refusal as TableTransactionFailedException)?.FailedTransactionActionIndex));
        Assert.Equal(["there", "there2"], (await AllAsync(table)).Select(row => row.GetString("Value")));
    }
}
