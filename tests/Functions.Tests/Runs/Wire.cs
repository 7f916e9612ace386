using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>What a host asked of the Table service.</summary>
internal sealed record Asked(string Method, string Url, string Body)
{
    public bool IsQuery => Method == "GET";

    public bool IsWrite => !IsQuery && !Url.EndsWith("/Tables", StringComparison.Ordinal);

    public bool Names(string table) => Url.Contains(table, StringComparison.Ordinal) || Body.Contains(table, StringComparison.Ordinal);
}

/// <summary>The way to the Table service: it keeps what was asked, and can refuse.</summary>
internal sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
{
    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>Says of a write, and of how many it was told of before, whether to refuse it as changed by another.</summary>
    public Func<Asked, bool> Refuses { get; init; } = _ => false;

    /// <summary>What happens elsewhere between the answer to a query and what its asker does next.</summary>
    public Func<Asked, Task> Meanwhile { get; init; } = _ => Task.CompletedTask;

    public TableClientOptions Options
    {
        get
        {
            TableClientOptions options = TablesSettings.Options(new HttpClientTransport(this));
            options.Retry.MaxRetries = 0;
            return options;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = new Asked(request.Method.Method, request.RequestUri!.PathAndQuery, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Enqueue(asked);
        HttpResponseMessage answer = asked.IsWrite && Refuses(asked) ? Changed() : await base.SendAsync(request, cancellationToken);
        if (asked.IsQuery)
            await Meanwhile(asked);
        return answer;
    }

    private static HttpResponseMessage Changed() => new(HttpStatusCode.PreconditionFailed)
    {
        Content = new StringContent("""{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"changed"}}}""", Encoding.UTF8, "application/json"),
    };
}
