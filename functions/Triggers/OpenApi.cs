using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Triggers;

/// <summary>Answers with the contract of these functions; it holds no secret, and programs that read it have no key to show.</summary>
public sealed class OpenApi(Contract contract)
{
    [Function("OpenApi")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request)
    {
        Query.None(request);
        return Task.FromResult<IResult>(contract);
    }
}
