using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>A service that gives the answers it was told to, in order, and keeps what it was asked.</summary>
internal sealed class CannedService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>A table of that service, by a client made as the app makes its own, but that it does not wait before it tries again.</summary>
    public TableClient Table
    {
        get
        {
            TableClientOptions options = TablesSettings.Options(new HttpClientTransport(this));
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.MaxDelay = TimeSpan.Zero;
            return new("AccountName=acc;AccountKey=a2V5;EndpointSuffix=example.test", "t", options);
        }
    }

    public CannedService Then(int status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            foreach ((string name, string value) in headers)
                Assert.True(answer.Headers.TryAddWithoutValidation(name, value) || answer.Content.Headers.TryAddWithoutValidation(name, value));
            return answer;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue(new(request.Method.Method, request.RequestUri!.PathAndQuery, body));
        return _answers.Dequeue()();
    }
}
