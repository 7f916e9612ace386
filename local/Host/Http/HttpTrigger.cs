using Microsoft.AspNetCore.Http;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Http;

/// <summary>Answers requests to one function: the worker is sent an invocation, and its own server the request itself.</summary>
internal sealed class HttpTrigger(HttpFunction function, AccessKeys keys, Forwarder forwarder, HostParts parts)
{
    public async Task AnswerAsync(HttpContext http)
    {
        if (!keys.Opens(function.Level, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // The worker is being restarted.
        if (parts.Workers.Current is not { Http: not null } worker)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "1";
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        InvocationRequest request = Request(http);
        Task<Outcome> invocation = parts.Invocations.RunAsync(worker, function.Definition, request, ends.Token);
        try
        {
            using HttpResponseMessage answer = await forwarder.SendAsync(worker.Http, http, request.InvocationId, http.RequestAborted);
            await new HttpAnswer(answer, http).WriteAsync(invocation, http.RequestAborted);
        }
        // The client has gone: the function hears of it, and the answer has no reader.
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            await FailAsync(http, failure);
            await ends.CancelAsync();
        }

        await invocation;
    }

    private static InvocationRequest Request(HttpContext http)
    {
        InvocationRequest request = InvocationRequests.Create(http.Request.Headers.TraceParent);
        foreach ((string name, object? value) in http.Request.RouteValues)
        {
            request.TriggerMetadata[name] = new TypedData { String = $"{value}" };
        }

        return request;
    }

    // Once the answer has begun, a broken connection alone can tell the client that it is not whole.
    private async Task FailAsync(HttpContext http, Exception failure)
    {
        int? refused = BrokenBody.StatusOf(failure);
        if (refused is null)
        {
            parts.Log.NotPassedOn(function.Definition.Name, failure.Message);
        }

        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = refused ?? StatusCodes.Status502BadGateway;
        await http.Response.CompleteAsync();
    }
}
