using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>A value as JSON. It has no public property: those of a result travel to the host a second time.</summary>
internal sealed class JsonAnswer<T>(int status, T value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return httpContext.Response.WriteAsJsonAsync(value, httpContext.RequestAborted);
    }
}
