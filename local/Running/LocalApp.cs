using System.Net.Sockets;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;

namespace Plumbline.Local.Running;

/// <summary>The functions cannot listen at the port that was asked for.</summary>
internal sealed class PortException(string why) : Exception(why);

/// <summary>The functions, running on this machine.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    /// <summary>The rest of Ctrl-C's thirty seconds is for Azurite.</summary>
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(20);

    private readonly IHost _host;

    // Its connections to the tables end with it: Azurite waits until nobody is connected any more.
    private readonly HttpClient _connections;

    private LocalApp(IHost host, HttpClient connections) => (_host, _connections) = (host, connections);

    public IServiceProvider Services => _host.Services;

    public string Address => _host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();

    /// <param name="tables">The connection string of the tables.</param>
    public static async Task<LocalApp> StartAsync(int port, string tables, IReadOnlyDictionary<string, string?> settings, FirstRun first, CancellationToken cancellationToken)
    {
        var connections = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        IHost host = Functions.Program.Build(["--port", $"{port}"], builder =>
        {
            builder.Configuration.AddInMemoryCollection([.. settings, new(TablesSettings.Section, tables)]);
            builder.Services.AddSingleton(new TableSet(new TableServiceClient(tables, new TableClientOptions { Transport = new HttpClientTransport(connections) })));
            // Made within what is watched: that it cannot be made is what the first run comes to.
            builder.Services.AddSingleton<Govern>(all => first.Watched((request, stop) => all.GetRequiredService<GovernanceRun>().RunAsync(request, stop)));
            builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ToStop);
            // How it is reached, and why it could not start, we say ourselves, and better.
            builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        });
        var app = new LocalApp(host, connections);
        try
        {
            await host.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception failure) when (WhyNot(failure, port) is { } why)
        {
            await app.DisposeAsync();
            throw new PortException(why);
        }
    }

    /// <summary>Why the port cannot be had; null for any other failure.</summary>
    internal static string? WhyNot(Exception failure, int port) => failure switch
    {
        IOException { InnerException: AddressInUseException } => $"port {port} of 127.0.0.1 is taken: give another with --port, or end what listens there.",
        _ when failure.GetBaseException() is SocketException { SocketErrorCode: SocketError.AccessDenied } => $"port {port} of 127.0.0.1 is not yours to take: give another with --port.",
        _ => null,
    };

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _connections.Dispose();
    }
}
