using System.Globalization;

namespace Plumbline.Ingest;

/// <summary>A file's content, given up once nothing has come for as long as the limit; a slow file that gives something is read on.</summary>
internal sealed class TimedStream : Stream
{
    private const int Most = 1 << 16, Fewest = 1 << 12;

    // What comes too late goes into a buffer that nobody reads any more, and never into the reader's.
    private readonly byte[] _buffer;
    private readonly TimeSpan _limit;
    private readonly Stream _inner = Null;
    private bool _isLate;

    /// <param name="open">Opens the content at its beginning; it may not come back either.</param>
    /// <exception cref="UnreadableFile">It did not come back within the limit.</exception>
    public TimedStream(Func<Stream> open, TimeSpan limit)
    {
        _limit = limit;
        Stream inner = Null;
        long length = 0;
        Make(() =>
        {
            inner = open();
            length = inner.CanSeek ? inner.Length : 0;
        });
        (_inner, Length, _buffer) = (inner, length, new byte[Math.Clamp(length, Fewest, Most)]);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>As it was when it was opened; 0 where it cannot be told.</summary>
    public override long Length { get; }

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="UnreadableFile">Nothing came within the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _buffer.Length), read = 0;
        Make(() => read = _inner.Read(_buffer, 0, count));
        _buffer.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // To close what another thread still reads may hang as well: it is closed with the process, or when nobody holds it.
        if (disposing && !_isLate)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private void Make(Action call)
    {
        if (!_isLate && TimedThread.Makes(call, _limit))
            return;
        _isLate = true;
        throw new UnreadableFile(string.Create(CultureInfo.InvariantCulture,
            $"gave nothing for {_limit.TotalSeconds:0.###} seconds; see that the folder it lies in answers, as one on a network may not, or copy the file to this machine"));
    }
}
