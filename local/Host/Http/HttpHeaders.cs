using System.Collections.Frozen;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Plumbline.Local.Host.Http;

/// <summary>Which headers pass between a client and the worker.</summary>
internal static class HttpHeaders
{
    public const string InvocationId = "x-ms-invocation-id";

    // Those of one connection, and those that the host alone may set.
    private static readonly FrozenSet<string> NotForwarded = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "Host", "Content-Length",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", InvocationId);

    private static readonly FrozenSet<string> NotReturned = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Trailer", "Upgrade");

    public static void Forward(HttpContext http, HttpRequestMessage message, string invocationId)
    {
        foreach ((string name, StringValues values) in http.Request.Headers)
        {
            if (!NotForwarded.Contains(name) && !message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        message.Headers.TryAddWithoutValidation(InvocationId, invocationId);
        message.Headers.TryAddWithoutValidation("X-Forwarded-For", $"{http.Connection.RemoteIpAddress}");
        message.Headers.TryAddWithoutValidation("X-Forwarded-Host", http.Request.Host.Value);
        message.Headers.TryAddWithoutValidation("X-Forwarded-Proto", http.Request.Scheme);
    }

    public static void Return(HttpResponseMessage answer, HttpResponse response)
    {
        Copy(answer.Headers.NonValidated, response);
        Copy(answer.Content.Headers.NonValidated, response);
    }

    private static void Copy(HttpHeadersNonValidated headers, HttpResponse response)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            if (!NotReturned.Contains(name))
            {
                response.Headers[name] = new StringValues([.. values]);
            }
        }
    }
}
