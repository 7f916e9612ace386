using System.Net;
using System.Net.Sockets;

namespace Plumbline.Local.Azurite;

/// <summary>Ports of 127.0.0.1.</summary>
internal static class LoopbackPort
{
    /// <summary>One that was free a moment ago; who needs it for certain tries again when it is not.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
