using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Plumbline.Local.Worker;

/// <summary>What a function waits for until a test opens it. A number is a port of the test, which sends a byte to open it.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = [];

    public Task PassAsync(string gate, CancellationToken cancellationToken) =>
        int.TryParse(gate, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            ? PassAsync(port, cancellationToken)
            : Get(gate).Task.WaitAsync(cancellationToken);

    /// <summary>Waits where the gate is held, and not otherwise.</summary>
    public Task PassIfHeldAsync(string gate, CancellationToken cancellationToken) =>
        gates.TryGetValue(gate, out TaskCompletionSource? held) ? held.Task.WaitAsync(cancellationToken) : Task.CompletedTask;

    public void Hold(string gate) => Get(gate);

    public void Open(string gate)
    {
        Get(gate).TrySetResult();
        gates.TryRemove(gate, out _);
    }

    private static async Task PassAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await client.GetStream().ReadExactlyAsync(new byte[1], cancellationToken);
    }

    private TaskCompletionSource Get(string gate) => gates.GetOrAdd(gate, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
