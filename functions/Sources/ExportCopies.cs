using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Plumbline.Functions.Sources;

/// <summary>Copies of exports in a temporary folder of this instance, by ETag: content that has not changed is downloaded once.</summary>
internal sealed class ExportCopies : IDisposable
{
    // Created for this process alone, and readable by its user alone: exports hold names.
    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("plumbline-exports-").FullName);

    /// <summary>The content of that version: from the copy, or from the service, with a copy made of it while it is read.</summary>
    /// <exception cref="IOException">It could not be read, or has changed since it was listed.</exception>
    public Stream Open(BlobClient blob, ETag version, CancellationToken cancellationToken)
    {
        string named = Path.Combine(_folder.Value, Hash(blob.Uri.AbsoluteUri)), copy = $"{named}.{Hash(version.ToString())}";
        if (File.Exists(copy))
            return new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            var conditions = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = version } };
            Stream content = blob.DownloadStreaming(conditions, cancellationToken).Value.Content;
            return new CopyingStream(content, $"{copy}.{Guid.NewGuid():N}", whole => Keep(whole, named, copy));
        }
        catch (RequestFailedException failure)
        {
            throw Unreadable(failure);
        }
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
            Directory.Delete(_folder.Value, recursive: true);
    }

    /// <summary>A failure of the service as one of a file, which costs that file and nothing else.</summary>
    internal static IOException Unreadable(RequestFailedException failure) => new($"the service answered {failure.Status}", failure);

    private static void Keep(string whole, string named, string copy)
    {
        string[] older = Directory.GetFiles(Path.GetDirectoryName(named) ?? "", $"{Path.GetFileName(named)}.*");
        File.Move(whole, copy, overwrite: true);
        foreach (string file in older.Where(f => f != copy && f != whole))
            File.Delete(file);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
