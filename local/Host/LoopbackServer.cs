using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Host;

/// <summary>A web server on 127.0.0.1 and nowhere else, whatever the environment says.</summary>
internal static class LoopbackServer
{
    public static WebApplicationBuilder Create(
        int port, HttpProtocols protocols, ILoggerFactory logging, Action<KestrelServerOptions> adjust)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = protocols);
            adjust(kestrel);
        });
        // Their lines on single requests and connections are of no use to a reader; that one failed is.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new PassedOnLogs(logging));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        // Who stops the server says how long it may take.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        return builder;
    }

    public static async Task<Uri> StartAsync(WebApplication app, int port, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (Refusal(failure, port) is { } refusal)
        {
            throw refusal;
        }

        return new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>Fails at once where the port is taken, which else shows only after the worker has started.</summary>
    public static void Probe(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException failure) when (Refusal(failure, port) is { } refusal)
        {
            throw refusal;
        }
    }

    private static HostException? Refusal(Exception failure, int port) => failure switch
    {
        IOException { InnerException: AddressInUseException } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            new HostException($"port {port} of 127.0.0.1 is taken: give another, or end what listens there.", failure),
        _ when failure.GetBaseException() is SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            new HostException($"port {port} of 127.0.0.1 needs rights that this program does not have: give another.", failure),
        _ => null,
    };
}
