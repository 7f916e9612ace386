using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Plumbline.StandIns;

/// <summary>Gives the request to what runs inside, and writes the result once that has returned.</summary>
internal static class HttpResults
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) => async context =>
    {
        var input = context.Features.Get<TriggerInput>();
        if (input?.Value is HttpContext http) context.Items[FunctionContextExtensions.HttpContextKey] = http;
        await next(context);
        if (input is { Value: HttpContext answer, Result: IResult result }) await result.ExecuteAsync(answer);
    };
}
