using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>What a host asked of the Table service.</summary>
internal sealed record Asked(string Method, string Url, string Body)
{
    public bool IsQuery => Method == "GET";

    public bool IsWrite => !IsQuery && !Url.EndsWith("/Tables", StringComparison.Ordinal);

    public bool Names(string table) => Url.Contains(table, StringComparison.Ordinal) || Body.Contains(table, StringComparison.Ordinal);
}

/// <summary>The way to the Table service: it keeps what was asked, and can refuse, or go silent as it does for a host that dies.</summary>
internal sealed class Wire() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _buried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writes;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>The write, from 1, at which the host dies; 0 for never.</summary>
    public int DiesAt { get; init; }

    /// <summary>Whether the service still stores that write, so that only its answer is lost.</summary>
    public bool StoresTheLast { get; init; }

    /// <summary>Says of a write, and of how many it was told of before, whether to refuse it as changed by another.</summary>
    public Func<Asked, bool> Refuses { get; init; } = _ => false;

    /// <summary>Ends once the host is dead.</summary>
    public Task Death => _dead.Task;

    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = new HttpClientTransport(this) };
            options.Retry.MaxRetries = 0;
            return options;
        }
    }

    /// <summary>Lets go of what still waits for an answer.</summary>
    public void Bury() => _buried.TrySetException(new IOException("the host is dead"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = new Asked(request.Method.Method, request.RequestUri!.PathAndQuery, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Enqueue(asked);
        int write = asked.IsWrite ? Interlocked.Increment(ref _writes) : 0;
        if (write > 0 && write == DiesAt)
        {
            if (StoresTheLast)
                await base.SendAsync(request, CancellationToken.None);
            _dead.TrySetResult();
        }
        if (_dead.Task.IsCompleted)
            await _buried.Task;
        return asked.IsWrite && Refuses(asked) ? Changed() : await base.SendAsync(request, cancellationToken);
    }

    private static HttpResponseMessage Changed() => new(HttpStatusCode.PreconditionFailed)
    {
        Content = new StringContent("""{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"changed"}}}""", Encoding.UTF8, "application/json"),
    };
}
