using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tables;

/// <summary>
/// Refuses what Azure's tables refuse and Azurite lets through, so that nothing works on one machine and fails in the cloud: a row above
/// 1 MiB or 252 columns, column names, dates before 1601, keys, a page above 1,000 rows, a transaction over two partitions. A
/// transaction above 100 rows is refused here too, since the client cannot read how Azurite refuses it.
/// </summary>
public sealed class AzureTableRules : HttpPipelinePolicy
{
    private const int LargestPage = 1_000;
    private const int LargestTransaction = 100;

    private AzureTableRules()
    {
    }

    public static AzureTableRules Instance { get; } = new();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Demand(message.Request);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Demand(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    /// <summary>The refusal in the shape in which the service would make it.</summary>
    internal static RequestFailedException Refusal(TableErrorCode code, string message) => new(400, message, code.ToString(), innerException: null);

    private static void Demand(Request request)
    {
        if (request.Method == RequestMethod.Get)
            DemandPage(request.Uri.Query);
        else if (!request.Uri.Path.EndsWith("/Tables", StringComparison.Ordinal))
            DemandRows(request);
    }

    private static void DemandPage(string query)
    {
        foreach (string part in query.TrimStart('?').Split('&'))
            if (part.Split('=') is [var name, var size] && Uri.UnescapeDataString(name) == "$top" && int.TryParse(size, out int rows) && rows > LargestPage)
                throw Refusal(TableErrorCode.InvalidInput, $"$top is {rows}; a page has at most {LargestPage:N0} rows.");
    }

    private static void DemandRows(Request request)
    {
        ReadOnlyMemory<byte> body = default;
        if (request.Content is { } content)
        {
            using var written = new MemoryStream();
            content.WriteTo(written, CancellationToken.None);
            body = written.GetBuffer().AsMemory(0, (int)written.Length);
            // It is written already: the transport sends these bytes, and need not write it again.
            request.Content = RequestContent.Create(body);
        }
        string? partition = null;
        int rows = 0;
        foreach (TableOperation operation in TableOperation.Read(request.Method, request.Uri.Path, body))
        {
            string of = EntityRules.Demand(operation);
            if (partition is not null && partition != of)
                throw Refusal(TableErrorCode.CommandsInBatchActOnDifferentPartitions, "All rows of a transaction are of one partition.");
            partition = of;
            if (++rows > LargestTransaction)
                throw Refusal(TableErrorCode.InvalidInput, $"A transaction has at most {LargestTransaction} rows.");
        }
    }
}
