using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>Whole records of a file, as bytes in the middle of a buffer.</summary>
internal readonly record struct Part(ReadOnlyMemory<byte> Records, int FirstLine);

/// <summary>
/// Cuts a file into parts that, as far as its quotes can be counted, end where a record ends. Only the parser knows whether they did:
/// a part that ends inside a quoted value shows there as a quote that is not closed.
/// </summary>
internal sealed class Parts(CheckedContent content)
{
    private byte[] _left = [];

    /// <summary>The next part, in the buffer; null at the end of the file.</summary>
    /// <exception cref="ContentRefused">No record ends within the buffer, or the content is not text.</exception>
    public Part? Next(byte[] buffer)
    {
        int line = 1 + content.Lines - LineBreaks.Count(_left);
        _left.CopyTo(buffer, 0);
        int filled = _left.Length + content.ReadAtLeast(buffer.AsSpan(_left.Length), buffer.Length - _left.Length, throwOnEndOfStream: false);
        if (filled == 0)
            return null;
        int end = filled < buffer.Length ? filled : LastRecord(buffer);
        if (end == 0 || filled - end >= buffer.Length)
            throw new ContentRefused("no record ends in this part");
        _left = buffer.AsSpan(end, filled - end).ToArray();
        return new Part(buffer.AsMemory(0, end), line);
    }

    /// <summary>Behind the last line break with an even number of quotes before it; behind the last one, where there is none such.</summary>
    private static int LastRecord(ReadOnlySpan<byte> bytes)
    {
        byte feed = bytes.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
        ReadOnlySpan<byte> searched = feed == '\r' ? bytes[..^1] : bytes;
        int last = searched.LastIndexOf(feed) + 1;
        int quotes = bytes[..last].Count((byte)'"');
        int end = last;
        while (end > 0 && quotes % 2 != 0)
        {
            int before = searched[..(end - 1)].LastIndexOf(feed) + 1;
            quotes -= bytes[before..end].Count((byte)'"');
            end = before;
        }
        return end > 0 ? end : last;
    }
}
