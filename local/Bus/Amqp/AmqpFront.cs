using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Serves a broker over AMQP 1.0.</summary>
internal sealed class AmqpFront : IRuntimeProvider
{
    private const uint FrameSize = 64 * 1024, IdleMilliseconds = 240_000;

    private readonly LinkRouter router;
    private readonly AmqpTransportListener listener;
    private readonly ConcurrentDictionary<AmqpConnection, bool> connections = new();

    /// <param name="port">null: a free one.</param>
    public AmqpFront(int? port, Broker broker, CallGate gate, CancellationToken ended)
    {
        router = new(broker, gate, ended);
        var sockets = new LoopbackListener(port);
        Port = sockets.Port;
        var settings = new AmqpSettings { RuntimeProvider = this };
        var sasl = new SaslTransportProvider();
        sasl.Versions.Add(AmqpConstants.DefaultProtocolVersion);

        // The official client names this mechanism, and puts its token on $cbs afterwards.
        sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
        settings.TransportProviders.Add(sasl);
        var protocol = new AmqpTransportProvider();
        protocol.Versions.Add(AmqpConstants.DefaultProtocolVersion);
        settings.TransportProviders.Add(protocol);
        listener = new([sockets], settings);
    }

    public int Port { get; }

    public void Open()
    {
        listener.Open();
        listener.Listen((inner, accepted) => _ = AcceptAsync(accepted));
    }

    public void Close()
    {
        listener.Close();
        foreach (AmqpConnection connection in connections.Keys)
        {
            connection.SafeClose();
        }
    }

    /// <summary>Drops every connection without a word.</summary>
    public void Abort()
    {
        listener.Close();
        foreach (AmqpConnection connection in connections.Keys)
        {
            connection.Abort();
        }
    }

    public AmqpConnection CreateConnection(
        TransportBase transport,
        ProtocolHeader protocolHeader,
        bool isInitiator,
        AmqpSettings amqpSettings,
        AmqpConnectionSettings connectionSettings)
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

    private async Task AcceptAsync(TransportAsyncCallbackArgs accepted)
    {
        var settings = new AmqpConnectionSettings
        {
            ContainerId = "plumbline-local-bus",
            MaxFrameSize = FrameSize,
            IdleTimeOut = IdleMilliseconds,
        };
        AmqpConnection connection = CreateConnection(
            accepted.Transport, (ProtocolHeader)accepted.UserToken, isInitiator: false, listener.AmqpSettings, settings);
        try
        {
            await connection.OpenAsync(AmqpConstants.DefaultTimeout);
        }
        catch (Exception failure)
        {
            // A client that does not speak the protocol; what it did is its own affair.
            connection.SafeClose(failure);
        }
    }
}
