using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Plumbline.Local.Host.Timers;

namespace Plumbline.Local.Host.Http;

/// <summary>Starts a timer function by hand: <c>POST /admin/functions/NAME</c> with a JSON object and the master key.</summary>
internal sealed class AdminEndpoint(IReadOnlyList<TimerTrigger> timers, AccessKeys keys)
{
    public const string Route = "/admin/functions/{name}";

    private const int LongestBody = 1 << 16;

    public async Task AnswerAsync(HttpContext http)
    {
        if (!keys.Opens(AccessLevel.Admin, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else
        {
            http.Response.StatusCode = await ReadAsync(http) ?? Start(http.GetRouteValue("name") as string);
        }
    }

    private int Start(string? name)
    {
        TimerTrigger? timer = timers.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));
        timer?.StartByHand();
        return timer is null ? StatusCodes.Status404NotFound : StatusCodes.Status202Accepted;
    }

    /// <summary>The status of a body that is refused; null for one that is accepted.</summary>
    private static async Task<int?> ReadAsync(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestBody;
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object ? null : StatusCodes.Status400BadRequest;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (IOException failure) when (BrokenBody.StatusOf(failure) is { } status)
        {
            return status;
        }
    }
}
