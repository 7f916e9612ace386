using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Triggers;

/// <summary>Answers with a result table, or with the list of them.</summary>
public sealed class GetResults(TableResults results)
{
    [Function("GetResults")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Function, "get", Route = "results/{table}")] HttpRequest request, string table, CancellationToken cancellationToken) =>
        results.ReadAsync(ResultRequest.Of(table, request), cancellationToken);

    [Function("ListResults")]
    public static Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "results")] HttpRequest request)
    {
        Query.None(request);
        ApiVersion.Set(request.HttpContext.Response);
        return Task.FromResult<IResult>(new JsonAnswer<ResultList>(StatusCodes.Status200OK, ResultList.All));
    }
}
