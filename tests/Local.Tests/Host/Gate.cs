using System.Net;
using System.Net.Sockets;

namespace Plumbline.Local.Tests.Host;

/// <summary>A port where a function of another process waits until the test lets it go on.</summary>
internal sealed class Gate : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private TcpClient? waiting;

    public Gate() => listener.Start();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Returns once the function waits.</summary>
    public async Task ArrivalAsync() => waiting = await listener.AcceptTcpClientAsync().WaitAsync(Patience.Limit);

    public void Open() => waiting!.GetStream().WriteByte(1);

    public void Dispose()
    {
        waiting?.Dispose();
        listener.Dispose();
    }
}
