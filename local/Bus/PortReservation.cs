using System.Net;
using System.Net.Sockets;

namespace Plumbline.Local.Bus;

/// <summary>A port of 127.0.0.1, bound for as long as it is needed, so that no other program is given it.</summary>
internal sealed class PortReservation : IDisposable
{
    private readonly Socket socket;

    private PortReservation(Socket socket, int port) => (this.socket, Port) = (socket, port);

    public int Port { get; }

    /// <param name="wanted">null: a free port.</param>
    public static PortReservation Take(int? wanted)
    {
        try
        {
            if (wanted is { } port)
            {
                RefuseTaken(port);
            }

            // The protocol library shares its address, and so can listen where this socket is bound; it never listens itself.
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, wanted ?? 0));
            return new(socket, (socket.LocalEndPoint as IPEndPoint)?.Port ?? 0);
        }
        catch (SocketException failure)
        {
            throw new ServiceBusEmulatorException($"port {wanted} of 127.0.0.1 cannot be had: give another, or end what listens there ({failure.Message}).", failure);
        }
    }

    public void Dispose() => socket.Dispose();

    // Because addresses are shared, two emulators could listen on one port, each with half of the clients.
    private static void RefuseTaken(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        probe.Start();
    }
}
