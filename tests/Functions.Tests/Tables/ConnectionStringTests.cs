using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Tables;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=a2V5==;EndpointSuffix=core.windows.net", "acc", "https://acc.table.core.windows.net/")]
    [InlineData("AccountName=acc;AccountKey=a2V5", "acc", "https://acc.table.core.windows.net/")]
    [InlineData(" accountname=acc ; ACCOUNTKEY=a2V5;TableEndpoint=http://127.0.0.1:5/acc;", "acc", "http://127.0.0.1:5/acc")]
    public void A_connection_string_names_the_account_and_its_endpoint(string connection, string account, string endpoint)
    {
        var client = new TableServiceClient(connection.Replace("a2V5==", "a2V5", StringComparison.Ordinal));

        Assert.Equal((account, endpoint), (client.AccountName, client.Uri.AbsoluteUri));
        Assert.Equal($"{endpoint.TrimEnd('/')}/t", client.GetTableClient("t").Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("AccountName=acc")]
    [InlineData("AccountKey=a2V5")]
    [InlineData("AccountName=acc;AccountKey=not base64")]
    [InlineData("nonsense")]
    public void A_connection_string_that_lacks_something_is_refused(string connection) =>
        Assert.Throws<FormatException>(() => new TableServiceClient(connection));

    [Fact]
    public void A_shared_access_signature_is_not_what_we_call() =>
        Assert.Throws<NotSupportedException>(() => new TableServiceClient("TableEndpoint=https://acc.example.net;SharedAccessSignature=sv=1"));
}
