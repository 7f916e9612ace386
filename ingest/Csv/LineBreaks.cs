namespace Plumbline.Ingest.Csv;

/// <summary>Lines end with LF, CR LF or a lone CR.</summary>
internal static class LineBreaks
{
    /// <param name="previous">The byte before: a LF after a CR belongs to it.</param>
    public static int Count(ReadOnlySpan<byte> bytes, byte previous = 0)
    {
        int feeds = bytes.Count((byte)'\n');
        int next = bytes.IndexOf((byte)'\r');
        if (next < 0)
            return feeds - (previous == '\r' && bytes.Length > 0 && bytes[0] == '\n' ? 1 : 0);
        return feeds + bytes.Count((byte)'\r') - bytes.Count("\r\n"u8) - (previous == '\r' && bytes[0] == '\n' ? 1 : 0);
    }

    /// <summary>Where the last line begins.</summary>
    public static int LastLine(ReadOnlySpan<byte> bytes) => bytes.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
}
