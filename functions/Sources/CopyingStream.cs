using Azure;

namespace Plumbline.Functions.Sources;

/// <summary>Reads a stream and writes what it reads to a file, which is kept where the stream was read to its end and deleted where it was not.</summary>
/// <param name="kept">Given the path of the file once it is whole.</param>
internal sealed class CopyingStream(Stream content, string path, Action<string> kept) : Stream
{
    private readonly FileStream _copy = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    private bool _isWhole;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            int read = content.Read(buffer);
            _copy.Write(buffer[..read]);
            _isWhole |= read == 0 && buffer.Length > 0;
            return read;
        }
        catch (RequestFailedException failure)
        {
            throw ExportCopies.Unreadable(failure);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _copy.CanWrite)
        {
            content.Dispose();
            _copy.Dispose();
            if (_isWhole)
                kept(path);
            else
                File.Delete(path);
        }
        base.Dispose(disposing);
    }
}
