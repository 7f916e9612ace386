using System.Net;
using System.Text.Json;

namespace Plumbline.Functions.Sources;

/// <summary>
/// Asks again where Graph is busy, after as long as it says, on our own clock. An answer is taken in whole before anybody reads it, so
/// that one that breaks off, never ends or comes too slowly fails here.
/// </summary>
internal sealed class GraphPatience(GraphLimits limits, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (attempt == limits.Tries || !IsBusy(response.StatusCode) || Wait(response, attempt) is not { } wait)
            {
                await response.Content.LoadIntoBufferAsync(limits.BytesAPage, cancellationToken);
                if (response.IsSuccessStatusCode)
                    RefuseOther(await response.Content.ReadAsByteArrayAsync(cancellationToken));
                return response;
            }
            response.Dispose();
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>The client takes an answer without a list of events for an empty one: that nobody met.</summary>
    private static void RefuseOther(byte[] answer)
    {
        using JsonDocument page = JsonDocument.Parse(answer);
        if (page.RootElement.ValueKind != JsonValueKind.Object || !page.RootElement.TryGetProperty("value", out JsonElement events) || events.ValueKind != JsonValueKind.Array)
            throw new JsonException("an answer without a list of events");
    }

    private static bool IsBusy(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Null where it is longer than we wait.</summary>
    private TimeSpan? Wait(HttpResponseMessage response, int attempt)
    {
        TimeSpan wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => limits.FirstWait * Math.Pow(2, attempt - 1),
        };
        return wait > limits.LongestWait ? null : wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
