using System.Security.Cryptography;

namespace Plumbline.Ingest.Csv;

/// <summary>A file's bytes on their way to the parser: hashed as they are where that is asked for, without their byte-order mark, and refused where they are not UTF-8 text.</summary>
internal sealed class CheckedContent(string source, Stream inner, bool hashed) : Stream
{
    private readonly IncrementalHash? _hash = hashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private readonly TextCheck _check = new(source);
    private bool _begun;

    /// <summary>How many line breaks there were in what was read.</summary>
    public int Lines => _check.Lines;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _begun || buffer.Length < 4 ? ReadOn(buffer) : Begin(buffer);

    /// <summary>SHA-256 of the whole content, in hex; what nobody wanted to read goes into it unchecked. Null where it was not asked for.</summary>
    public string? Hash()
    {
        if (_hash is null)
            return null;
        byte[] rest = new byte[1 << 16];
        while (inner.Read(rest) is > 0 and int read)
            _hash.AppendData(rest.AsSpan(0, read));
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash?.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Begin(Span<byte> buffer)
    {
        _begun = true;
        int read = inner.ReadAtLeast(buffer, 4, throwOnEndOfStream: false);
        _hash?.AppendData(buffer[..read]);
        _check.Begin(buffer[..read]);
        int mark = buffer[..read].StartsWith("\uFEFF"u8) ? 3 : 0;
        if (read == mark)
            return ReadOn(buffer);
        buffer[mark..read].CopyTo(buffer);
        _check.Next(buffer[..(read - mark)]);
        return read - mark;
    }

    private int ReadOn(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        if (read == 0)
            _check.End();
        _hash?.AppendData(buffer[..read]);
        _check.Next(buffer[..read]);
        return read;
    }
}
