using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>The way of a host to storage: the one transport under its tables, queues and blobs, which befall what the script says.</summary>
internal sealed class Way(Script script, Service service) : DelegatingHandler(Shared)
{
    // One pool of connections for all hosts, dead or alive.
    private static readonly SocketsHttpHandler Shared = new();

    public static TableClientOptions Tables(Script script) => Impatient(TablesSettings.Options(Transport(script, Service.Tables)));

    public static QueueClientOptions Queue(Script script) => Impatient(new QueueClientOptions { Transport = Transport(script, Service.Queue) });

    public static BlobClientOptions Blobs(Script script) => Impatient(new BlobClientOptions { Transport = Transport(script, Service.Blobs) });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Mishap mishap = await script.NextAsync(service, request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal), request.Method == HttpMethod.Delete);
        if (mishap == Mishap.Dies)
            await script.DieAsync();
        if (mishap == Mishap.Dropped)
            throw new IOException("the connection broke");
        if (Refused(mishap) is { } refusal)
            return refusal;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (mishap == Mishap.DiesAnswered)
            await script.DieAsync();
        await script.AliveAsync();
        return mishap == Mishap.AnswerLost ? throw new IOException("the answer is lost") : response;
    }

    private HttpResponseMessage? Refused(Mishap mishap) => mishap switch
    {
        Mishap.Busy => Answer(HttpStatusCode.ServiceUnavailable, "ServerBusy"),
        Mishap.Throttled => Answer(HttpStatusCode.TooManyRequests, "TooManyRequests"),
        Mishap.Changed => Answer(HttpStatusCode.PreconditionFailed, "UpdateConditionNotSatisfied"),
        Mishap.ReceiptLost => Answer(HttpStatusCode.BadRequest, "PopReceiptMismatch"),
        _ => null,
    };

    private HttpResponseMessage Answer(HttpStatusCode status, string code) => new(status)
    {
        Content = service == Service.Tables
            ? new StringContent($$"""{ "odata.error": { "code": "{{code}}", "message": { "lang": "en-US", "value": "refused" } } }""", null, "application/json")
            : new StringContent($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>refused</Message></Error>", null, "application/xml"),
        Headers = { { "x-ms-error-code", code } },
    };

    private static HttpClientTransport Transport(Script script, Service service) => new(new Way(script, service));

    private static T Impatient<T>(T options) where T : ClientOptions
    {
        (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        return options;
    }
}
