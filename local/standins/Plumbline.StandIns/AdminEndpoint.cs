using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>Starts a timer function by hand: <c>POST /admin/functions/{name}</c> with a JSON object and the master key.</summary>
internal sealed class AdminEndpoint(HostedTimers timers, AccessKeys keys)
{
    public void Map(WebApplication app) => app.MapPost("/admin/functions/{name}", (RequestDelegate)AnswerAsync);

    private async Task AnswerAsync(HttpContext http) => http.Response.StatusCode =
        !keys.Open(AuthorizationLevel.Admin, http.Request) ? StatusCodes.Status401Unauthorized
        : !http.Request.HasJsonContentType() ? StatusCodes.Status415UnsupportedMediaType
        : !await IsObjectAsync(http.Request) ? StatusCodes.Status400BadRequest
        : timers.StartByHand(http.GetRouteValue("name") as string ?? "") ? StatusCodes.Status202Accepted
        : StatusCodes.Status404NotFound;

    private static async Task<bool> IsObjectAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
