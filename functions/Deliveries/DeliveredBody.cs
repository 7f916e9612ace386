using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Plumbline.Functions.Deliveries;

/// <summary>
/// A request's body in a temporary file that ends with it: whole, its length and MD5 known, before anything is stored. MD5 tells whether
/// content is the same again, and nothing else.
/// </summary>
internal sealed class DeliveredBody : IAsyncDisposable
{
    /// <summary>A little less than the 100 MiB at which the Functions host cuts a request: up to there our refusal says why.</summary>
    public const int Longest = 100_000_000;

    private const int PieceSize = 1 << 16;

    private readonly FileStream _file;

    private DeliveredBody(FileStream file, byte[] md5) => (_file, Md5) = (file, md5);

    public byte[] Md5 { get; }

    public long Length => _file.Length;

    /// <summary>The content from its beginning.</summary>
    public Stream Open()
    {
        _file.Position = 0;
        return _file;
    }

    /// <exception cref="RefusedException">It is empty or too long.</exception>
    public static async Task<DeliveredBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // The worker's server would cut it at 30 MB.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (request.ContentLength > Longest)
            throw TooLong();
        FileStream file = Create();
        try
        {
            byte[] md5 = await CopyAsync(request.Body, file, cancellationToken);
            return file.Length > 0 ? new(file, md5) : throw Empty();
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<byte[]> CopyAsync(Stream body, FileStream file, CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        byte[] piece = new byte[PieceSize];
        long length = 0;
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            length += read;
            if (length > Longest)
                throw TooLong();
            md5.AppendData(piece, 0, read);
            await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
        return md5.GetHashAndReset();
    }

    // Readable by the app's user alone: exports hold names.
    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"plumbline-delivery-{Path.GetRandomFileName()}"), options);
    }

    private static RefusedException Empty() =>
        new(StatusCodes.Status400BadRequest, "empty_body", "The body is empty; send the file as the body.");

    private static RefusedException TooLong() =>
        new(StatusCodes.Status413PayloadTooLarge, "body_too_large", "The body is longer than 100 MB.");
}
