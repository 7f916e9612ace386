using System.Net;

namespace Plumbline.Local.Host.Http;

/// <summary>The body of a client's request on its way to the worker: each piece goes on as it comes.</summary>
internal sealed class RequestBody : HttpContent
{
    private const int PieceSize = 1 << 16;

    private readonly Stream body;

    public RequestBody(Stream body, long? length)
    {
        this.body = body;
        Headers.ContentLength = length;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            await stream.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
    }

    // Null: the header says it, where the client said it.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
