using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Plumbline.Functions.Sources;

/// <summary>
/// Copies of exports in a temporary folder of this instance: content that has not changed is downloaded once. The same content delivered
/// again has another ETag; it is known by its length and its Content-MD5.
/// </summary>
internal sealed class ExportCopies : IDisposable
{
    // Made for this process alone, and readable by its user alone: exports hold names.
    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("plumbline-exports-").FullName);

    /// <summary>The path of the copy of the content that was listed so.</summary>
    /// <exception cref="RequestFailedException">It could not be downloaded, or has changed since it was listed.</exception>
    public async Task<string> FetchAsync(BlobClient blob, BlobItemProperties listed, CancellationToken cancellationToken)
    {
        string named = Path.Combine(_folder.Value, Hash(blob.Uri.AbsoluteUri)), copy = $"{named}.{Hash(ContentOf(listed))}";
        if (File.Exists(copy))
            return copy;
        // Not named as copies are: who downloads the same file at the same time does not take it for an older one.
        string whole = Path.Combine(_folder.Value, $"{Guid.NewGuid():N}");
        try
        {
            var options = new BlobDownloadToOptions { Conditions = new BlobRequestConditions { IfMatch = listed.ETag ?? ETag.All } };
            await blob.DownloadToAsync(whole, options, cancellationToken);
            string[] older = Directory.GetFiles(_folder.Value, $"{Path.GetFileName(named)}.*");
            File.Move(whole, copy, overwrite: true);
            foreach (string file in older.Where(f => f != copy))
                File.Delete(file);
            return copy;
        }
        finally
        {
            File.Delete(whole);
        }
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
            Directory.Delete(_folder.Value, recursive: true);
    }

    // Not every uploader states an MD5. The length guards against one that states an old one.
    private static string ContentOf(BlobItemProperties listed) => listed.ContentHash is { Length: > 0 } md5
        ? string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(md5)} {listed.ContentLength}")
        : $"{listed.ETag ?? ETag.All}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
