using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Plumbline.Ingest.Csv;

/// <summary>Refuses bytes that are not UTF-8 text, with the line and the byte of the first that is not.</summary>
/// <param name="format">As what the source is to be exported.</param>
internal sealed class TextCheck(string source, string format = "CSV")
{
    // A character that the end of the last bytes cut in two.
    private readonly byte[] _cut = new byte[4];
    private int _cutLength;
    private byte _last;
    private long _sinceLine;

    /// <summary>How many line breaks there were so far.</summary>
    public int Lines { get; private set; }

    public void Begin(ReadOnlySpan<byte> start)
    {
        bool marked = start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (marked || (start.Length >= 2 && start[0] == 0 != (start[1] == 0)))
            throw new ContentRefused($"{source} line 1: the file is UTF-16; save it as UTF-8");
        if (start.StartsWith("PK\u0003\u0004"u8))
            throw new ContentRefused($"{source} line 1: the file is a workbook or an archive; export it as {format} in UTF-8");
    }

    public void Next(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> left = FinishCut(bytes);
        int whole = left.Length - CutAtEnd(left);
        bool returns = left.ContainsAny((byte)0, (byte)'\r');
        if (returns && left.Contains((byte)0))
            throw new ContentRefused($"{At(left, left.IndexOf((byte)0))}: a zero byte, so this is not text; export it as {format} in UTF-8");
        if (!Utf8.IsValid(left[..whole]))
            throw Invalid(left, FirstInvalid(left));
        left[whole..].CopyTo(_cut.AsSpan(_cutLength));
        _cutLength += left.Length - whole;
        Pass(left[..whole], returns);
    }

    public void End()
    {
        if (_cutLength > 0)
            throw Invalid(_cut.AsSpan(0, _cutLength), 0);
    }

    private ReadOnlySpan<byte> FinishCut(ReadOnlySpan<byte> bytes)
    {
        if (_cutLength == 0 || bytes.Length == 0)
            return bytes;
        int missing = Math.Min(SequenceLength(_cut[0]) - _cutLength, bytes.Length);
        bytes[..missing].CopyTo(_cut.AsSpan(_cutLength));
        _cutLength += missing;
        if (_cutLength == SequenceLength(_cut[0]))
        {
            if (!Utf8.IsValid(_cut.AsSpan(0, _cutLength)))
                throw Invalid(_cut.AsSpan(0, _cutLength), 0);
            Pass(_cut.AsSpan(0, _cutLength), returns: true);
            _cutLength = 0;
        }
        return bytes[missing..];
    }

    private void Pass(ReadOnlySpan<byte> bytes, bool returns)
    {
        if (bytes.Length == 0)
            return;
        Lines += returns || _last == '\r' ? LineBreaks.Count(bytes, _last) : bytes.Count((byte)'\n');
        int line = LineBreaks.LastLine(bytes);
        _sinceLine = line == 0 ? _sinceLine + bytes.Length : bytes.Length - line;
        _last = bytes[^1];
    }

    private ContentRefused Invalid(ReadOnlySpan<byte> bytes, int at) => new(string.Create(CultureInfo.InvariantCulture,
        $"{At(bytes, at)}: the byte 0x{bytes[at]:X2} is not UTF-8; save the file as UTF-8, not as Latin-1 or Windows-1252"));

    private string At(ReadOnlySpan<byte> bytes, int at)
    {
        int begin = LineBreaks.LastLine(bytes[..at]);
        long position = begin == 0 ? _sinceLine + at : at - begin;
        return string.Create(CultureInfo.InvariantCulture, $"{source} line {Lines + LineBreaks.Count(bytes[..at], _last) + 1}, byte {position + 1} of the line");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == OperationStatus.Done)
            at += length;
        return at;
    }

    private static int CutAtEnd(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= 3 && back <= bytes.Length; back++)
            if (bytes[^back] >= 0xC0)
                return SequenceLength(bytes[^back]) > back ? back : 0;
        return 0;
    }

    private static int SequenceLength(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}
