using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>What the client does with answers that Azurite never gives, and the service does.</summary>
public sealed class TableClientTests
{
    private const string Connection = "AccountName=acc;AccountKey=a2V5;EndpointSuffix=example.net";

    [Fact]
    public async Task A_query_goes_on_past_empty_pages_until_the_headers_end()
    {
        CannedService service = new CannedService()
            .Then(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg=="))
            .Then(200, """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"1","N@odata.type":"Edm.Int64","N":"5"}]}""", ("x-ms-continuation-NextPartitionKey", "2"))
            .Then(200, """{"value":[]}""");

        List<TableEntity> rows = await Table(service).QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 5).ToListAsync();

        Assert.Equal((5L, new ETag("W/\"1\"")), (Assert.Single(rows).GetInt64("N"), rows[0].ETag));
        Assert.Equal(
            [
                "/t()?$filter=PartitionKey%20eq%20%27p%27&$top=5",
                "/t()?$filter=PartitionKey%20eq%20%27p%27&$top=5&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21cg%3D%3D",
                "/t()?$filter=PartitionKey%20eq%20%27p%27&$top=5&NextPartitionKey=2",
            ],
            service.Requests.Select(asked => asked.Url));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_with_the_same_body()
    {
        CannedService service = new CannedService().Then(503, "", ("Retry-After", "0")).Then(500).Then(204, "", ("ETag", "W/\"2\""));

        Response answer = await Table(service).UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, TableUpdateMode.Replace);

        Assert.Equal((204, new ETag("W/\"2\"")), (answer.Status, answer.Headers.ETag));
        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, asked => Assert.Equal(("PUT", "/t(PartitionKey='p',RowKey='r')", """{"PartitionKey":"p","RowKey":"r","A":1}"""), (asked.Method, asked.Url, asked.Body)));
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_told_of()
    {
        CannedService service = new CannedService().Then(503).Then(503).Then(503).Then(503);

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table(service).GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(503, failure.Status);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again_and_is_told_with_its_code()
    {
        CannedService service = new CannedService().Then(409, """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"The specified entity already exists.\nRequestId:1"}}}""");

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table(service).AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, "EntityAlreadyExists"), (failure.Status, failure.ErrorCode));
        Assert.StartsWith("The specified entity already exists.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_does_not_exist_yet()
    {
        CannedService service = new CannedService()
            .Then(409, """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"The specified table is being deleted. Try operation later."}}}""");

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table(service).CreateIfNotExistsAsync());

        Assert.True(failure.ErrorCode == TableErrorCode.TableBeingDeleted);
    }

    [Fact]
    public async Task A_body_that_is_no_error_of_the_service_is_told_as_it_is()
    {
        CannedService service = new CannedService().Then(403, "<html>a proxy says no</html>", ("Content-Type", "text/html"));

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() => Table(service).GetEntityAsync<TableEntity>("p", "r"));

        Assert.Contains("a proxy says no", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_says_which_action_the_service_refused()
    {
        const string body = "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + "HTTP/1.1 412 Precondition Failed\r\nContent-Type: application/json\r\n\r\n{\"odata.error\":{\"code\":\"UpdateConditionNotSatisfied\",\r\n\"message\":{\"lang\":\"en-US\",\"value\":\"17:The update condition was not satisfied.\"}}}\r\n--changesetresponse_1--\r\n--batchresponse_1--";
        CannedService service = new CannedService().Then(202, body, ("Content-Type", "multipart/mixed; boundary=batchresponse_1"));

        TableTransactionFailedException failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table(service).SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 17), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_request_is_signed_with_the_accounts_key_and_dated()
    {
        CannedService service = new CannedService().Then(204);

        await Table(service).AddEntityAsync(new TableEntity("p", "r"));

        CannedService.Asked asked = Assert.Single(service.Requests);
        string signature = Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData("key"u8, System.Text.Encoding.UTF8.GetBytes($"{asked.Headers["x-ms-date"]}\n/acc/t")));
        Assert.Equal($"SharedKeyLite acc:{signature}", asked.Headers["Authorization"]);
        Assert.Equal("2020-12-06", asked.Headers["x-ms-version"]);
    }

    [Fact]
    public async Task A_token_is_asked_for_the_storage_scope_and_sent_only_over_tls()
    {
        CannedService service = new CannedService().Then(204);
        string? scope = null;
        TokenCredential credential = DelegatedTokenCredential.Create((context, _) =>
        {
            scope = Assert.Single(context.Scopes);
            return new AccessToken("secret", DateTimeOffset.UtcNow.AddHours(1));
        });

        await new TableServiceClient(new Uri("https://acc.example.net"), credential, service.Options).GetTableClient("t").AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(("https://storage.azure.com/.default", "Bearer secret"), (scope, Assert.Single(service.Requests).Headers["Authorization"]));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new TableServiceClient(new Uri("http://acc.example.net"), credential, service.Options).GetTableClient("t").AddEntityAsync(new TableEntity("p", "r")));
    }

    [Fact]
    public async Task A_row_is_read_whatever_the_order_of_its_annotations()
    {
        CannedService service = new CannedService().Then(200, """{"odata.metadata":"m","Timestamp":"2026-11-21T00:00:00Z","D":"2026-11-21T10:00:00Z","D@odata.type":"Edm.DateTime","X":1.0,"N":null,"RowKey":"r","PartitionKey":"p","odata.etag":"e"}""");

        TableEntity row = await Table(service).GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), 1.0, null), (row["D"], row["X"], row["N"]));
    }

    private static TableClient Table(CannedService service) => new(Connection, "t", service.Options);
}
