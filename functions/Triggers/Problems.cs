using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Triggers;

/// <summary>Turns what fails behind a request into a problem document (RFC 9457) with a stable code; what we did not foresee is told to the log alone.</summary>
public sealed class Problems(ILogger<Problems> log) : IFunctionsWorkerMiddleware
{
    private const string Broken = "The request is broken or too long.";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http ? AnswerAsync(http, context, next) : next(context);

    private async Task AnswerAsync(HttpContext http, FunctionContext context, FunctionExecutionDelegate next)
    {
        AnswerHeaders.Set(http.Response.Headers);
        try
        {
            await next(context);
        }
        // Nobody is there any more to be answered: let out, it would be a failed invocation and an error in the log.
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            await ProblemOf(failure, context.FunctionDefinition.Name).ExecuteAsync(http);
        }
    }

    private ProblemHttpResult ProblemOf(Exception failure, string function)
    {
        switch (failure)
        {
            case RefusedException refused:
                return Problem(refused.Status, refused.Code, refused.Message);
            case BadHttpRequestException wrong:
                return Problem(wrong.StatusCode, "bad_request", Broken);
            // The size of a chunk that is larger than any.
            case IOException { InnerException: OverflowException }:
                return Problem(StatusCodes.Status400BadRequest, "bad_request", Broken);
            // Who hung up in the middle of a body is not there to read this; it is no failure of ours to be logged.
            case ConnectionResetException:
                return Problem(StatusCodes.Status400BadRequest, "bad_request", Broken);
            case var _ when StorageFailure.Is(failure):
                log.TablesFailed(function, failure);
                return Problem(StatusCodes.Status503ServiceUnavailable, "tables_unavailable", "The tables do not answer; try again.");
            case QueueException:
                log.QueueFailed(function, failure);
                return Problem(StatusCodes.Status503ServiceUnavailable, "queue_unavailable", "The queue does not answer; try again.");
            case ExportsException:
                log.ExportsFailed(function, failure);
                return Problem(StatusCodes.Status503ServiceUnavailable, "exports_unavailable", "The exports cannot be reached; try again.");
            default:
                log.RequestFailed(function, failure);
                return Problem(StatusCodes.Status500InternalServerError, "internal_error", null);
        }
    }

    private static ProblemHttpResult Problem(int status, string code, string? detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
