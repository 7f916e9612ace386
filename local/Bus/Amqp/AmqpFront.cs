using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Listens on 127.0.0.1 and serves a broker over AMQP 1.0.</summary>
internal sealed class AmqpFront : IRuntimeProvider
{
    private const uint FrameSize = 64 * 1024, IdleMilliseconds = 240_000;

    private readonly LinkRouter router;
    private readonly AmqpConnectionListener listener;
    private readonly ConcurrentDictionary<AmqpConnection, bool> connections = new();

    public AmqpFront(int port, Broker broker, CallGate gate, CancellationToken ended)
    {
        router = new(broker, gate, ended);
        var sasl = new SaslTransportProvider();
        sasl.Versions.Add(new AmqpVersion(1, 0, 0));
        // The official client names this mechanism, and puts its token on $cbs afterwards.
        sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
        sasl.AddHandler(new SaslAnonymousHandler());
        var settings = new AmqpSettings { RuntimeProvider = this };
        settings.TransportProviders.Add(sasl);
        listener = new([$"amqp://127.0.0.1:{port}"], settings, new AmqpConnectionSettings
        {
            ContainerId = "plumbline-local-bus",
            MaxFrameSize = FrameSize,
            IdleTimeOut = IdleMilliseconds,
        });
    }

    public void Open() => listener.Open();

    public void Close() => listener.Close();

    /// <summary>Drops every connection without a word.</summary>
    public void Abort()
    {
        foreach (AmqpConnection connection in connections.Keys)
        {
            connection.Abort();
        }

        listener.Close();
    }

    public AmqpConnection CreateConnection(
        TransportBase transport, ProtocolHeader protocolHeader, bool isInitiator, AmqpSettings amqpSettings, AmqpConnectionSettings connectionSettings)
    {
        var connection = new AmqpConnection(transport, protocolHeader, isInitiator: false, amqpSettings, connectionSettings);
        connections[connection] = true;
        connection.SafeAddClosed((_, _) => connections.TryRemove(connection, out _));
        return connection;
    }

    // Sessions of the protocol are the library's own affair.
    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) => throw new NotSupportedException();

    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings) => LinkRouter.Create(session, settings);

    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state) =>
        TaskToAsyncResult.Begin(router.OpenAsync(link), callback, state);

    public void EndOpenLink(IAsyncResult result) => TaskToAsyncResult.End(result);
}
