using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>What the HTTP functions take and answer, as OpenAPI 3.1: the file openapi.json, which tests hold to the functions.</summary>
public sealed class Contract : IResult
{
    internal static Stream Open() => typeof(Contract).Assembly.GetManifestResourceStream("openapi.json")
        ?? throw new InvalidOperationException("the app was built without openapi.json");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using Stream document = Open();
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = document.Length;
        await document.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
