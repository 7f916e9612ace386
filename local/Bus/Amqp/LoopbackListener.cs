using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Amqp.Transport;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>
/// Listens on 127.0.0.1. The library's own listener shares its port with other programs, cannot say which free one it took,
/// and fails on a machine that cannot resolve its own name.
/// </summary>
internal sealed class LoopbackListener : TransportListener, IDisposable
{
    private const int Backlog = 200;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <param name="port">null: a free one.</param>
    public LoopbackListener(int? port)
        : base("loopback-listener")
    {
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port ?? 0));
            socket.Listen(Backlog);
            Port = (socket.LocalEndPoint as IPEndPoint)?.Port ?? 0;
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new ServiceBusEmulatorException(
                $"port {port} of 127.0.0.1 cannot be had: give another, or end what listens there ({failure.Message}).", failure);
        }
    }

    public int Port { get; }

    public void Dispose() => socket.Dispose();

    protected override void OnListen() => _ = AcceptAsync();

    protected override bool CloseInternal()
    {
        Dispose();
        return true;
    }

    protected override void AbortInternal() => Dispose();

    private async Task AcceptAsync()
    {
        while (await AcceptOneAsync() is { } client)
        {
            var transport = new SocketTransport(client);
            transport.Open();
            OnTransportAccepted(new TransportAsyncCallbackArgs { Transport = transport });
        }
    }

    /// <returns>null once the listener is closed.</returns>
    private async Task<Socket?> AcceptOneAsync()
    {
        while (true)
        {
            try
            {
                return await socket.AcceptAsync();
            }
            catch (SocketException failure) when (failure.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
            {
                // The client went away before it was accepted: the next one may stay.
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return null;
            }
        }
    }
}
