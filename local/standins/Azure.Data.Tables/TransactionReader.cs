using System.Text;

namespace Azure.Data.Tables;

/// <summary>Reads the multipart answer to a transaction: a response for each action, or one that tells why none was done.</summary>
internal static class TransactionReader
{
    public static IReadOnlyList<Response> Read(Response response)
    {
        var parts = new List<Response>();
        ReadOnlySpan<byte> rest = response.Content.ToMemory().Span;
        while (!rest.IsEmpty)
        {
            if (Line(ref rest).StartsWith("HTTP/1.1 "u8, out ReadOnlySpan<byte> status))
            {
                parts.Add(Part(status, ref rest, response.ClientRequestId));
            }
        }

        return parts.Find(part => part.Status >= 400) is not { } refused
            ? parts
            : throw new TableTransactionFailedException(TableProtocol.Failure(refused));
    }

    private static PartResponse Part(scoped ReadOnlySpan<byte> status, ref ReadOnlySpan<byte> rest, string requestId)
    {
        int code = ((status[0] - '0') * 100) + ((status[1] - '0') * 10) + (status[2] - '0');
        var part = new PartResponse(code, Encoding.ASCII.GetString(status[3..]).Trim(), requestId);
        for (ReadOnlySpan<byte> header = Line(ref rest); !header.IsEmpty && !IsBoundary(header); header = Line(ref rest))
        {
            int colon = header.IndexOf((byte)':');
            if (colon > 0)
            {
                part.Add(Encoding.ASCII.GetString(header[..colon]), Encoding.ASCII.GetString(header[(colon + 1)..]).Trim());
            }
        }

        part.ContentStream = Body(ref rest);
        return part;
    }

    // Up to the boundary: a JSON body holds no line that begins with one.
    private static MemoryStream? Body(ref ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> all = rest;
        while (!rest.IsEmpty && !IsBoundary(rest))
        {
            Line(ref rest);
        }

        ReadOnlySpan<byte> body = all[..^rest.Length].Trim("\r\n"u8);
        return body.IsEmpty ? null : new MemoryStream(body.ToArray());
    }

    private static bool IsBoundary(ReadOnlySpan<byte> line) => line.StartsWith("--"u8);

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    private static bool StartsWith(this ReadOnlySpan<byte> line, ReadOnlySpan<byte> start, out ReadOnlySpan<byte> after)
    {
        bool starts = line.StartsWith(start) && line.Length >= start.Length + 3;
        after = starts ? line[start.Length..] : default;
        return starts;
    }
}
