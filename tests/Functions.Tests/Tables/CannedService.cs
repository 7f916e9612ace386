using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>A service that gives the answers it was told to, in order, and keeps what it was asked.</summary>
internal sealed class CannedService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = new();

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = new HttpClientTransport(this) };
            options.Retry.Delay = TimeSpan.Zero;
            return options;
        }
    }

    public CannedService Then(int status, string body = "", params (string Name, string Value)[] headers)
    {
        answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            foreach ((string name, string value) in headers)
            {
                Assert.True(answer.Headers.TryAddWithoutValidation(name, value) || answer.Content.Headers.TryAddWithoutValidation(name, value));
            }

            return answer;
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue(new Asked(request.Method.Method, request.RequestUri!.PathAndQuery, body, request.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase)));
        return answers.Dequeue()();
    }

    internal sealed record Asked(string Method, string Url, string Body, IReadOnlyDictionary<string, string> Headers);
}
