using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Triggers;

/// <summary>Answers whether the app could do its work now.</summary>
public sealed class Health(Readiness readiness)
{
    [Function("Health")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        Query.None(request);
        return readiness.AskAsync(cancellationToken);
    }
}
