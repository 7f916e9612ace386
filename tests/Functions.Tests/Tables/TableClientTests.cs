using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>What we rely on in the client where it meets answers that Azurite never gives, and the service does.</summary>
public sealed class TableClientTests
{
    [Fact]
    public async Task A_query_goes_on_past_empty_pages_until_no_continuation_is_left()
    {
        CannedService service = new CannedService()
            .Then(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg=="))
            .Then(200, """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"1","N@odata.type":"Edm.Int64","N":"5"}]}""", ("x-ms-continuation-NextPartitionKey", "2"), ("x-ms-continuation-NextRowKey", "3"))
            .Then(200, """{"value":[]}""");

        List<TableEntity> rows = await service.Table.QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 5).ToListAsync();

        Assert.Equal((5L, new ETag("W/\"1\"")), (Assert.Single(rows).GetInt64("N"), rows[0].ETag));
        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, asked => Assert.Contains("PartitionKey%20eq%20%27p%27", asked.Url, StringComparison.Ordinal));
        Assert.Equal(["", "1%214%21cA--", "2"], service.Requests.Select(asked => Continuation(asked.Url)));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_busy_service_is_asked_again_with_the_same_body(int busy)
    {
        CannedService service = new CannedService().Then(busy, "", ("Retry-After", "0")).Then(busy).Then(204, "", ("ETag", "W/\"2\""));

        Response answer = await service.Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, TableUpdateMode.Replace);

        Assert.Equal((204, new ETag("W/\"2\"")), (answer.Status, answer.Headers.ETag));
        Assert.Equal(3, service.Requests.Count);
        Asked first = service.Requests.First();
        Assert.Contains("\"A\":1", first.Body, StringComparison.Ordinal);
        Assert.All(service.Requests, asked => Assert.Equal(first, asked));
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_told_of()
    {
        CannedService service = new CannedService().Then(503).Then(503).Then(503).Then(503);

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal((503, 4), (failure.Status, service.Requests.Count));
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again_and_is_told_with_its_code()
    {
        CannedService service = new CannedService().Then(409, """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"The specified entity already exists.\nRequestId:1"}}}""");

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_does_not_exist_yet()
    {
        CannedService service = new CannedService()
            .Then(409, """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"The specified table is being deleted. Try operation later."}}}""");

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.CreateIfNotExistsAsync());

        Assert.True(failure.ErrorCode == TableErrorCode.TableBeingDeleted);
    }

    [Fact]
    public async Task A_transaction_says_which_action_the_service_refused()
    {
        const string body = "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + "HTTP/1.1 412 Precondition Failed\r\nContent-Type: application/json\r\n\r\n{\"odata.error\":{\"code\":\"UpdateConditionNotSatisfied\",\"message\":{\"lang\":\"en-US\",\"value\":\"1:The update condition was not satisfied.\"}}}\r\n--changesetresponse_1--\r\n--batchresponse_1--";
        CannedService service = new CannedService().Then(202, body, ("Content-Type", "multipart/mixed; boundary=batchresponse_1"));

        TableTransactionFailedException failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => service.Table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r")), new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "s"), new("W/\"1\""))]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    private static string Continuation(string url) =>
        url.Split('?', '&').FirstOrDefault(p => p.StartsWith("NextPartitionKey=", StringComparison.Ordinal))?["NextPartitionKey=".Length..] ?? "";
}
