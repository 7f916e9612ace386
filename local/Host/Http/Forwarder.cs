using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Plumbline.Local.Host.Http;

/// <summary>Passes requests on to the worker's own server.</summary>
internal sealed class Forwarder : IDisposable
{
    // Longer than any function: the worker says that it wants the body once it reads it, or answers without.
    private static readonly TimeSpan ToWantTheBody = TimeSpan.FromDays(1);
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = ToConnect,
        Expect100ContinueTimeout = ToWantTheBody,
        // The trace goes with the invocation; a header of the client passes unchanged.
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new WorkerConnection(context.PlaintextStream)),
    });

    /// <returns>Once the headers of the answer are there.</returns>
    public async Task<HttpResponseMessage> SendAsync(Uri worker, HttpContext http, string invocationId, CancellationToken cancellationToken)
    {
        using var message =
            new HttpRequestMessage(new HttpMethod(http.Request.Method), Target(worker, http)) { Version = HttpVersion.Version11 };
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            message.Content = new RequestBody(http.Request.Body, http.Request.ContentLength);
            message.Headers.TransferEncodingChunked = http.Request.ContentLength is null;
            // With it the answer is read while the body is still being sent, and a body that is refused at once is not sent at all.
            message.Headers.ExpectContinue = true;
        }
        else if (http.Request.ContentType is not null)
        {
            message.Content = new ByteArrayContent([]);
        }

        HttpHeaders.Forward(http, message, invocationId);
        return await client.SendAsync(message, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    // Unchanged, encoding included: the worker finds the route by itself.
    private static Uri Target(Uri worker, HttpContext http)
    {
        string? raw = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        string target =
            raw is ['/', ..] ? raw : UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path, http.Request.QueryString);
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new Uri($"{worker.GetLeftPart(UriPartial.Authority)}{target}", asItIs);
    }
}
