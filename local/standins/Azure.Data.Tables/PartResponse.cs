using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The service's answer to one action of a transaction; its headers stay bytes until one is asked for.</summary>
internal sealed class PartResponse(int status, string reason, string requestId, ReadOnlyMemory<byte> headers) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = requestId;

    public override bool IsError => status >= 400;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        foreach (string line in Encoding.ASCII.GetString(headers.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return new HttpHeader(line[..colon], line[(colon + 1)..].Trim());
            }
        }
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        ReadOnlySpan<byte> rest = headers.Span;
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> line = TransactionReader.Line(ref rest);
            int colon = line.IndexOf((byte)':');
            if (colon > 0 && Ascii.EqualsIgnoreCase(line[..colon], name))
            {
                value = Encoding.ASCII.GetString(line[(colon + 1)..]).Trim();
                return true;
            }
        }

        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out string? value) ? [value] : null;
        return values is not null;
    }
}
