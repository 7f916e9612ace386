using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Plumbline.Ingest.Exports;

namespace Plumbline.Local.Running;

/// <summary>Makes the container of exports hold what a folder holds, and sends only what changed.</summary>
internal static class ExportsUpload
{
    private const string Calendars = "calendars";

    /// <summary>Metadata of a blob.</summary>
    private const string HashOfContent = "sha256";

    /// <returns>How many files were sent, in words.</returns>
    public static async Task<string> SyncAsync(
        BlobContainerClient container, string folder, bool withCalendars, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        Dictionary<string, string?> stored = [];
        await foreach (BlobItem blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancellationToken))
            stored.Add(blob.Name, blob.Metadata?.TryGetValue(HashOfContent, out string? hash) == true ? hash : null);
        string[] files = [.. Files(folder, withCalendars)];
        int sent = 0;
        foreach (string file in files)
        {
            string name = NameOf(folder, file);
            if (await SendAsync(container.GetBlobClient(name), file, stored.GetValueOrDefault(name), cancellationToken))
                sent++;
        }
        foreach (string gone in stored.Keys.Except(files.Select(f => NameOf(folder, f))))
            await container.DeleteBlobIfExistsAsync(gone, cancellationToken: cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{sent} changed files of {files.Length}");
    }

    private static IEnumerable<string> Files(string folder, bool withCalendars)
    {
        string calendars = Path.Combine(folder, Calendars);
        return Directory.EnumerateFiles(folder)
            .Where(file => PlainFiles.Names.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            .Concat(withCalendars && Directory.Exists(calendars) ? Directory.EnumerateFiles(calendars, "*.json") : [])
            .Order(StringComparer.Ordinal);
    }

    private static string NameOf(string folder, string file) =>
        Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    private static async Task<bool> SendAsync(BlobClient blob, string file, string? stored, CancellationToken cancellationToken)
    {
        await using FileStream content = File.OpenRead(file);
        string hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (hash == stored)
            return false;
        content.Position = 0;
        var options = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [HashOfContent] = hash } };
        await blob.UploadAsync(content, options, cancellationToken);
        return true;
    }
}
