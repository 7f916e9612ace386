using System.Text;

namespace Azure.Data.Tables;

/// <summary>Reads the multipart answer to a transaction: a response for each action, or one that tells why none was done.</summary>
internal static class TransactionReader
{
    public static IReadOnlyList<Response> Read(Response response)
    {
        var parts = new List<Response>();
        ReadOnlyMemory<byte> all = response.Content.ToMemory();
        ReadOnlySpan<byte> rest = all.Span;
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> line = Line(ref rest);
            if (line.StartsWith("HTTP/1.1 "u8) && line.Length >= 12)
            {
                parts.Add(Part(line[9..], all, ref rest, response.ClientRequestId));
            }
        }

        return parts.Find(part => part.IsError) is not { } refused
            ? parts
            : throw new TableTransactionFailedException(TableProtocol.Failure(refused));
    }

    /// <summary>The next line, without its end, and the rest after it.</summary>
    public static ReadOnlySpan<byte> Line(scoped ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    private static PartResponse Part(scoped ReadOnlySpan<byte> status, ReadOnlyMemory<byte> all, ref ReadOnlySpan<byte> rest, string requestId)
    {
        int code = ((status[0] - '0') * 100) + ((status[1] - '0') * 10) + (status[2] - '0');
        string reason = code == 204 ? "No Content" : Encoding.ASCII.GetString(status[3..]).Trim();
        int from = all.Length - rest.Length;
        ReadOnlySpan<byte> line;
        do
        {
            line = Line(ref rest);
        }
        while (!line.IsEmpty && !IsBoundary(line));

        return new PartResponse(code, reason, requestId, all[from..^rest.Length]) { ContentStream = Body(ref rest) };
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
}
