using System.Net.Sockets;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Transport;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>The bytes of one connection. The protocol library has such a class, and keeps it for its own listener.</summary>
internal sealed class SocketTransport : TransportBase, IDisposable
{
    private const int ReadBuffer = 32 * 1024;

    private readonly NetworkStream stream;

    // The library reads a frame's size and its content apart; reads and writes do not share this buffer.
    private readonly BufferedStream incoming;

    public SocketTransport(Socket socket)
        : base("socket")
    {
        socket.NoDelay = true;
        stream = new NetworkStream(socket, ownsSocket: true);
        incoming = new BufferedStream(stream, ReadBuffer);
        LocalEndPoint = socket.LocalEndPoint?.ToString() ?? "";
        RemoteEndPoint = socket.RemoteEndPoint?.ToString() ?? "";
    }

    public override string LocalEndPoint { get; }

    public override string RemoteEndPoint { get; }

    public override void SetMonitor(ITransportMonitor usageMeter)
    {
        // Transfers are not measured.
    }

    /// <returns>Whether the write goes on, and the callback tells of its end.</returns>
    public override bool WriteAsync(TransportAsyncCallbackArgs args) => Run(args, WriteAsync(Content(args)));

    /// <returns>Whether the read goes on, and the callback tells of its end.</returns>
    public override bool ReadAsync(TransportAsyncCallbackArgs args) =>
        Run(args, incoming.ReadAsync(args.Buffer.AsMemory(args.Offset, args.Count)));

    public void Dispose()
    {
        stream.Dispose();
        incoming.Dispose();
    }

    protected override bool CloseInternal()
    {
        Dispose();
        return true;
    }

    protected override void AbortInternal() => Dispose();

    private async ValueTask<int> WriteAsync(ReadOnlyMemory<byte> content)
    {
        await stream.WriteAsync(content);
        return content.Length;
    }

    private static ReadOnlyMemory<byte> Content(TransportAsyncCallbackArgs args)
    {
        if (args.Buffer is not null)
        {
            return args.Buffer.AsMemory(args.Offset, args.Count);
        }

        byte[] content = new byte[args.Count];
        int filled = 0;
        foreach (ByteBuffer part in args.ByteBufferList)
        {
            part.Buffer.AsSpan(part.Offset, part.Length).CopyTo(content.AsSpan(filled));
            filled += part.Length;
        }

        return content;
    }

    private static bool Run(TransportAsyncCallbackArgs args, ValueTask<int> transfer)
    {
        args.CompletedSynchronously = transfer.IsCompleted;
        Task finished = FinishAsync(args, transfer);
        if (args.CompletedSynchronously)
        {
            return false;
        }

        _ = CallBackAsync(args, finished);
        return true;
    }

    private static async Task FinishAsync(TransportAsyncCallbackArgs args, ValueTask<int> transfer)
    {
        try
        {
            args.BytesTransfered = await transfer;
            args.Exception = null;
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            args.Exception = failure;
        }
    }

    private static async Task CallBackAsync(TransportAsyncCallbackArgs args, Task finished)
    {
        await finished;
        args.CompletedCallback(args);
    }
}
