using System.Net;

namespace Plumbline.Local.Tests.Host;

/// <summary>Says that it is long, and is not sent.</summary>
internal sealed class UnreadContent(long length) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new InvalidOperationException("it was asked for");

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
