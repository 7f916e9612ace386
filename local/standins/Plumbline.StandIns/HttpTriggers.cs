using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Plumbline.StandIns;

/// <summary>Answers requests as the platform does: 404 for a method not listed, 401 without a key, 413 for a body too long, 500 for what failed.</summary>
internal sealed class HttpTriggers(Invoker invoker, AccessKeys keys, ILogger log)
{
    public const long LongestBody = 104_857_600;

    public void Map(WebApplication app, IEnumerable<HostedFunction> functions, string prefix)
    {
        foreach (var function in functions)
            if (function.Trigger is HttpTriggerAttribute http) Map(app, function, http, prefix);
    }

    private void Map(WebApplication app, HostedFunction function, HttpTriggerAttribute http, string prefix)
    {
        var route = $"{prefix}/{(http.Route ?? function.Name).TrimStart('/')}";
        RequestDelegate answer = context => AnswerAsync(context, function, http.AuthLevel);
        if (http.Methods is { Length: > 0 } methods) app.MapMethods(route, methods.Select(m => m.ToUpperInvariant()), answer);
        else app.Map(route, answer);
    }

    // A key that nobody has is not made up: it would have to be shown to be of use.
    public void WarnOfClosed(IEnumerable<HostedFunction> functions)
    {
        string[] closed = [.. functions.Where(f => f.Trigger is HttpTriggerAttribute http && keys.IsClosed(http.AuthLevel)).Select(f => f.Name)];
        if (closed.Length > 0) log.NoKey(string.Join(", ", closed));
    }

    private Task AnswerAsync(HttpContext http, HostedFunction function, AuthorizationLevel level)
    {
        if (!keys.Open(level, http.Request)) return Status(http, StatusCodes.Status401Unauthorized);
        if (http.Request.ContentLength > LongestBody) return Status(http, StatusCodes.Status413PayloadTooLarge);
        return InvokeAsync(http, function);
    }

    private async Task InvokeAsync(HttpContext http, HostedFunction function)
    {
        try
        {
            await invoker.InvokeAsync(new(function, http), Attempt.Only, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            log.FunctionCancelled(function.Name, "the caller has gone");
        }
        // The body turned out longer than allowed, or broken, while it was read.
        catch (BadHttpRequestException refused)
        {
            await Fail(http, refused.StatusCode);
        }
        catch (Exception failure)
        {
            log.FunctionFailed(function.Name, failure);
            await Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    // Once the answer has begun only a broken connection can say that it is not whole.
    private static Task Fail(HttpContext http, int status)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.Clear();
            return Status(http, status);
        }
        http.Abort();
        return Task.CompletedTask;
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
