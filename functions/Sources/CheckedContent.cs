using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Plumbline.Functions.Sources;

/// <summary>
/// A file's bytes on their way to the parser: hashed as they are, without their byte-order mark, and refused at the first that is
/// not UTF-8 text.
/// </summary>
internal sealed class CheckedContent(string source, Stream inner) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _tail = new byte[4];
    private int _tailLength;
    private bool _begun;
    private bool _ended;
    private byte _last;
    private int _lines;
    private long _sinceLine;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_begun || buffer.Length < 4)
            return ReadOn(buffer);
        _begun = true;
        int read = inner.ReadAtLeast(buffer, 4, throwOnEndOfStream: false);
        _hash.AppendData(buffer[..read]);
        RefuseUtf16(buffer[..read]);
        int mark = buffer[..read].StartsWith("\uFEFF"u8) ? 3 : 0;
        buffer[mark..read].CopyTo(buffer);
        return read == mark ? ReadOn(buffer) : Check(buffer[..(read - mark)]);
    }

    /// <summary>SHA-256 of the whole content, in hex; what nobody wanted to read goes into it unchecked.</summary>
    public string Hash()
    {
        byte[] rest = new byte[1 << 16];
        while (inner.Read(rest) is > 0 and int read)
            _hash.AppendData(rest.AsSpan(0, read));
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadOn(Span<byte> buffer)
    {
        int read = _ended ? 0 : inner.Read(buffer);
        _ended |= read == 0 && buffer.Length > 0;
        if (_ended && _tailLength > 0)
            throw Invalid(_tail.AsSpan(0, _tailLength), 0);
        _hash.AppendData(buffer[..read]);
        return Check(buffer[..read]);
    }

    private int Check(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> left = FinishTail(bytes);
        int whole = left.Length - Unfinished(left);
        if (left.Contains((byte)0))
            throw new ContentRefused($"{At(left, left.IndexOf((byte)0))}: a zero byte, so this is not text; export it as CSV in UTF-8");
        if (!Utf8.IsValid(left[..whole]))
            throw Invalid(left, FirstInvalid(left));
        left[whole..].CopyTo(_tail.AsSpan(_tailLength));
        _tailLength += left.Length - whole;
        Pass(left[..whole]);
        return bytes.Length;
    }

    /// <summary>A character that the last read cut in two is completed from this one.</summary>
    private ReadOnlySpan<byte> FinishTail(ReadOnlySpan<byte> bytes)
    {
        if (_tailLength == 0 || bytes.Length == 0)
            return bytes;
        int missing = Math.Min(SequenceLength(_tail[0]) - _tailLength, bytes.Length);
        bytes[..missing].CopyTo(_tail.AsSpan(_tailLength));
        _tailLength += missing;
        if (_tailLength == SequenceLength(_tail[0]))
        {
            if (!Utf8.IsValid(_tail.AsSpan(0, _tailLength)))
                throw Invalid(_tail.AsSpan(0, _tailLength), 0);
            Pass(_tail.AsSpan(0, _tailLength));
            _tailLength = 0;
        }
        return bytes[missing..];
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return;
        _lines += LineBreaks.Count(bytes, _last);
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
        return string.Create(CultureInfo.InvariantCulture, $"{source} line {_lines + LineBreaks.Count(bytes[..at], _last) + 1}, byte {position + 1} of the line");
    }

    private void RefuseUtf16(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF) || start[0] == 0 != (start[1] == 0)))
            throw new ContentRefused($"{source} line 1: the file is UTF-16; save it as UTF-8");
        if (start.StartsWith("PK\u0003\u0004"u8))
            throw new ContentRefused($"{source} line 1: the file is a workbook or an archive; export it as CSV in UTF-8");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= 3 && back <= bytes.Length; back++)
            if (bytes[^back] >= 0xC0)
                return SequenceLength(bytes[^back]) > back ? back : 0;
        return 0;
    }

    private static int SequenceLength(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}
