using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Triggers;

/// <summary>Answers with a result table.</summary>
public sealed class GetResults(TableResults results)
{
    [Function("GetResults")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Function, "get", Route = "results/{table}")] HttpRequest request, string table, CancellationToken cancellationToken) =>
        results.ReadAsync(ResultRequest.Of(table, request), cancellationToken);
}
