using Microsoft.AspNetCore.Http;

namespace Plumbline.Local.Graph;

/// <summary>Refusals in the shape and the words of Graph's.</summary>
internal static class GraphErrors
{
    private const int SecondsToWait = 1;

    public static Task InvalidUserAsync(HttpContext context, string user) => WriteAsync(context, 404, "ErrorInvalidUser", $"The requested user '{user}' is invalid.");

    public static Task BadRequestAsync(HttpContext context, string why) => WriteAsync(context, 400, "ErrorInvalidParameter", why);

    public static Task TooManyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = $"{SecondsToWait}";
        return WriteAsync(context, 429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.");
    }

    private static Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        string request = context.TraceIdentifier;
        Dictionary<string, string> inner = new() { ["request-id"] = request, ["client-request-id"] = request };
        return context.Response.WriteAsJsonAsync(new { error = new { code, message, innerError = inner } }, context.RequestAborted);
    }
}
