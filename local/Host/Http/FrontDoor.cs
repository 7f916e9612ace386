using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Http;

/// <summary>The public server. Its own answers (401, 404, 502, 503) have no body, as those of the real host.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    /// <summary>As in Azure.</summary>
    public const long LongestBody = 104_857_600;

    private readonly WebApplication app;

    private FrontDoor(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<FrontDoor> StartAsync(
        int port, Action<IEndpointRouteBuilder> map, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = LoopbackServer.Create(port, HttpProtocols.Http1, logging, Adjust);
        builder.Services.AddRouting();
        WebApplication app = builder.Build();
        app.UseRouting();
        app.Use(RefuseWrongMethods);
        map(app);
        return new FrontDoor(app, await LoopbackServer.StartAsync(app, port, cancellationToken));
    }

    /// <summary>Takes no connection any more, and waits for the requests in flight until the token fires.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StopAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Adjust(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxRequestBodySize = LongestBody;
        // A function may read slowly; the client is not to blame.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        // The worker's headers come decoded so.
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
    }

    // Routing answers 405 for a path that it knows; the real host says 404.
    private static Task RefuseWrongMethods(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is RouteEndpoint)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
