using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host.Worker;

/// <summary>The gRPC server for workers: HTTP/2 without TLS needs a port of its own.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RpcServer(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<RpcServer> StartAsync(WorkerDoor door, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = LoopbackServer.Create(port: 0, HttpProtocols.Http2, logging, _ => { });
        builder.Services.AddRouting();
        builder.Services.AddSingleton(door).AddSingleton<WorkerRpc>();
        builder.Services.AddGrpc(grpc =>
        {
            // A queue message as large as the service allows comes with all its properties.
            grpc.MaxReceiveMessageSize = null;
            grpc.MaxSendMessageSize = null;
        });
        WebApplication app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<WorkerRpc>();
        return new RpcServer(app, await LoopbackServer.StartAsync(app, port: 0, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        // The workers have ended: no call is worth waiting for.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
        }

        await app.DisposeAsync();
    }
}
