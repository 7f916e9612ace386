using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>
/// The way to a Table service that answers queries as the real one may and Azurite never does: with pages of a few rows, and before each of
/// them an empty one from which the query is to go on.
/// </summary>
internal sealed class HaltingPages() : DelegatingHandler(new SocketsHttpHandler())
{
    public const int Rows = 3;

    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";
    private const string Halt = "halted~";

    /// <summary>How many pages without a row were given.</summary>
    public int Empty => _empty;

    private int _empty;

    public TableClientOptions Options => TablesSettings.Options(new HttpClientTransport(this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get || !request.RequestUri!.AbsolutePath.EndsWith("()", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        List<(string Name, string Value)> query = [.. request.RequestUri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2)).Select(p => (p[0], Uri.UnescapeDataString(p[1])))];
        string Of(string name) => query.Find(p => p.Name == name).Value ?? "";
        if (!Of(NextPartition).StartsWith(Halt, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _empty);
            var nothing = new StringContent("""{"value":[]}""", Encoding.UTF8, "application/json");
            var none = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = nothing };
            none.Headers.Add($"x-ms-continuation-{NextPartition}", Halt + Of(NextPartition));
            none.Headers.Add($"x-ms-continuation-{NextRow}", Halt + Of(NextRow));
            return none;
        }
        int top = int.TryParse(Of("$top"), out int most) ? Math.Min(most, Rows) : Rows;
        var goOn = new List<(string Name, string Value)> { ("$top", $"{top}") };
        goOn.AddRange(query.Where(p => p.Name is not ("$top" or NextPartition or NextRow)));
        goOn.AddRange(from p in query where p.Name is NextPartition or NextRow && p.Value.Length > Halt.Length select (p.Name, p.Value[Halt.Length..]));
        string asked = string.Join('&', goOn.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        request.RequestUri = new UriBuilder(request.RequestUri) { Query = asked }.Uri;
        return await base.SendAsync(request, cancellationToken);
    }
}
