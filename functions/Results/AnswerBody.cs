using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Plumbline.Functions.Results;

/// <summary>The bytes of an answer, held until they are sent, in the coding that its reader accepts.</summary>
internal sealed class AnswerBody : IDisposable
{
    private const int BytesOfTag = 16;

    private readonly MemoryStream _held = new();
    private readonly Stream _coder;

    // Over the bytes before they are coded: whatever the coding, the same content has the same tag.
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="coding">One of <see cref="ContentCoding"/>; null for none.</param>
    public AnswerBody(string? coding) => _coder = coding switch
    {
        ContentCoding.Brotli => new BrotliStream(_held, CompressionLevel.Fastest, leaveOpen: true),
        ContentCoding.Gzip => new GZipStream(_held, CompressionLevel.Fastest, leaveOpen: true),
        _ => _held,
    };

    public long Length => _held.Length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _content.AppendData(bytes);
        _coder.Write(bytes);
    }

    /// <summary>Writes what the coder still has.</summary>
    public void Complete()
    {
        if (_coder != _held)
            _coder.Dispose();
    }

    /// <summary>The tag of everything that was written. It is weak, as other bytes may mean the same in another coding.</summary>
    /// <param name="next">What continues behind it, which not every form writes.</param>
    public EntityTagHeaderValue Tag(string? next)
    {
        _content.AppendData(Encoding.UTF8.GetBytes(next ?? ""));
        return new($"\"{Convert.ToHexStringLower(_content.GetHashAndReset().AsSpan(0, BytesOfTag))}\"", isWeak: true);
    }

    /// <summary>Sends what is held, so that none is.</summary>
    public async Task SendAsync(Stream answer, CancellationToken cancellationToken)
    {
        await answer.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellationToken);
        _held.SetLength(0);
    }

    public void Dispose()
    {
        Complete();
        _held.Dispose();
        _content.Dispose();
    }
}
