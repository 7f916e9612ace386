using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Plumbline.Functions.Tests.Sources;

/// <summary>The way to the Blob service: it keeps what was downloaded and written, and can refuse.</summary>
internal sealed class BlobWire() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>The names of the blobs that were asked for, in that order, each as often as it was.</summary>
    public ConcurrentQueue<string> Downloads { get; } = new();

    /// <summary>What was written of blobs, as <c>PUT invoices.csv</c> or <c>PUT invoices.csv?comp=metadata</c>.</summary>
    public ConcurrentQueue<string> Writes { get; } = new();

    /// <summary>What happens before something is written.</summary>
    public Func<string, Task> BeforeWrite { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens before the blob of that name is asked for.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether the service refuses the blob of that name; it then does so each time.</summary>
    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>Whether there is no service where the blob of that name was.</summary>
    public Func<string, bool> Loses { get; set; } = _ => false;

    /// <summary>Options of a client that does not wait before it tries again.</summary>
    public BlobClientOptions Options
    {
        get
        {
            var options = new BlobClientOptions { Transport = new HttpClientTransport(this) };
            (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (1, TimeSpan.Zero, TimeSpan.Zero);
            return options;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A list names the container and no blob.
        string[] path = request.RequestUri!.AbsolutePath.Split('/', 4);
        if (request.Method == HttpMethod.Put && path.Length == 4)
            await NoteAsync($"PUT {Uri.UnescapeDataString(path[3])}{request.RequestUri.Query}");
        if (request.Method != HttpMethod.Get || path.Length < 4)
            return await base.SendAsync(request, cancellationToken);
        string name = Uri.UnescapeDataString(path[3]);
        Downloads.Enqueue(name);
        await Before(name);
        if (Loses(name))
            throw new HttpRequestException("there is nobody");
        return Refuses(name) ? new(HttpStatusCode.ServiceUnavailable) { RequestMessage = request } : await base.SendAsync(request, cancellationToken);
    }

    private Task NoteAsync(string write)
    {
        Writes.Enqueue(write);
        return BeforeWrite(write);
    }
}
