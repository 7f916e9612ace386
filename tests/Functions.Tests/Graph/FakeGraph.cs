using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.Graph;

/// <summary>A request as the fake was asked.</summary>
internal sealed record Asked(string User, string Query, string Prefer, string Authorization);

/// <summary>What answers in place of Graph, as a test says: well, badly or not at all.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeGraph(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First() + "/v1.0");

    public ConcurrentQueue<Asked> Requests { get; } = [];

    /// <param name="answer">Given the mailbox, and how many requests came for it before.</param>
    public static async Task<FakeGraph> StartAsync(Func<FakeGraph, HttpContext, string, int, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Logging.ClearProviders();
        var fake = new FakeGraph(builder.Build());
        fake._app.Run(async context =>
        {
            string user = (context.Request.Path.Value ?? "").Split('/').ElementAtOrDefault(3) ?? "";
            int before = fake.Requests.Count(r => r.User == user);
            fake.Requests.Enqueue(new(user, Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""), context.Request.Headers["Prefer"].ToString(), context.Request.Headers.Authorization.ToString()));
            await answer(fake, context, user, before);
        });
        await fake._app.StartAsync();
        return fake;
    }

    public int Count(string user) => Requests.Count(r => r.User == user);

    /// <summary>A page of events, with the link to the next.</summary>
    public static Task PageAsync(HttpContext context, string? next, params JsonObject[] events)
    {
        var page = new JsonObject { ["value"] = new JsonArray([.. events.Select(e => e.DeepClone())]) };
        if (next is not null)
            page["@odata.nextLink"] = next;
        return TextAsync(context, 200, page.ToJsonString());
    }

    public static Task ErrorAsync(HttpContext context, int status, string? retryAfter = null)
    {
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return TextAsync(context, status, """{"error":{"code":"ErrorX","message":"secret words about ann@firm.example"}}""");
    }

    public static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }

    public string Next(string user, int page) => $"{Address}/users/{user}/calendarView?page={page}";

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
