using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Triggers;

/// <summary>Answers with alerts.</summary>
public sealed class ListAlerts(AlertList alerts)
{
    [Function("ListAlerts")]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Function, "get", Route = "alerts")] HttpRequest request, CancellationToken cancellationToken) =>
        alerts.ReadAsync(AlertRequest.Of(request), cancellationToken);
}
