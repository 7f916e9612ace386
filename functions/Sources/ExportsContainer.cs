using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>The exports as they lie in the container now: a file stands as of the day on which it was last delivered, in the firm's zone.</summary>
/// <param name="words">The words that the files may use.</param>
/// <param name="calendars">Null where calendars come from elsewhere, whatever the container holds.</param>
public sealed class ExportsContainer(BlobContainerClient container, DateTimeZone zone, KnownWords words, CalendarFiles? calendars) : IDisposable
{
    /// <summary>Metadata: when the same content was delivered again, as an instant in ISO form.</summary>
    public const string Delivered = "delivered";

    private const int AtOnce = 8;

    private readonly ExportCopies _copies = new();

    public async Task<Snapshot> ReadAsync(LocalDate today, CancellationToken cancellationToken)
    {
        List<BlobItem> blobs = await ListAsync(cancellationToken);
        PlainFile[] files = await FetchAsync([.. Exports(blobs)], today, cancellationToken);
        PlainFile[] mailboxes = calendars is null ? [] : await FetchAsync([.. Mailboxes(blobs)], today, cancellationToken);
        Snapshot snapshot = PlainFiles.Read(files, today, () => words, null, cancellationToken);
        return calendars?.AddTo(snapshot, mailboxes, today, cancellationToken) ?? snapshot;
    }

    /// <summary>What accounts.csv says, without the other files.</summary>
    /// <exception cref="ExportsException">It could not be asked for, or not be downloaded.</exception>
    public async Task<Snapshot> ReadAccountsAsync(LocalDate today, CancellationToken cancellationToken)
    {
        try
        {
            List<PlainFile> files = [];
            if (Find(await ListAsync(cancellationToken), Names.Accounts) is { } blob)
            {
                string copy = await CopyAsync(blob, cancellationToken);
                files.Add(new(Names.Accounts, LocalDate.Min(AsOf(blob), today), () => OrdinaryFile.Open(copy)) { Hashed = false });
            }
            return PlainFiles.Read(files, today, () => words, null, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            throw new ExportsException(failure);
        }
    }

    public void Dispose() => _copies.Dispose();

    // A container that is not there holds no exports; that accounts.csv is missing says the rest.
    private async Task<List<BlobItem>> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancellationToken).ToListAsync(cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
    }

    private static IEnumerable<(string Name, BlobItem Blob)> Exports(List<BlobItem> blobs)
    {
        foreach (string name in PlainFiles.Names)
            if (Find(blobs, name) is { } blob)
                yield return (name, blob);
    }

    // As in a folder: a name in other letters will do where the very name is not there.
    private static BlobItem? Find(List<BlobItem> blobs, string name) =>
        blobs.Find(b => b.Name == name) ?? blobs.Find(b => b.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Name, BlobItem Blob)> Mailboxes(List<BlobItem> blobs) =>
        from blob in blobs
        let parts = blob.Name.Split('/')
        where parts.Length == 2 && parts[0].Equals(Names.Calendars, StringComparison.OrdinalIgnoreCase) && parts[1].EndsWith(CalendarFiles.Extension, StringComparison.OrdinalIgnoreCase)
        orderby parts[1]
        select (parts[1], blob);

    private async Task<PlainFile[]> FetchAsync((string Name, BlobItem Blob)[] blobs, LocalDate today, CancellationToken cancellationToken)
    {
        var files = new PlainFile[blobs.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, blobs.Length, options, async (i, stop) => files[i] = new(blobs[i].Name, LocalDate.Min(AsOf(blobs[i].Blob), today), await OpenerAsync(blobs[i].Blob, stop)));
        return files;
    }

    /// <summary>A file that cannot be downloaded is one that cannot be opened: it costs what rests on it and nothing else.</summary>
    private async Task<Func<Stream>> OpenerAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        try
        {
            string copy = await CopyAsync(blob, cancellationToken);
            return () => OrdinaryFile.Open(copy);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            return () => throw new IOException("it could not be downloaded", failure);
        }
    }

    private Task<string> CopyAsync(BlobItem blob, CancellationToken cancellationToken) =>
        _copies.FetchAsync(container.GetBlobClient(blob.Name), blob.Properties, cancellationToken);

    private LocalDate AsOf(BlobItem blob)
    {
        Instant modified = Instant.FromDateTimeOffset(blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch);
        Instant delivered = blob.Metadata?.TryGetValue(Delivered, out string? text) == true && InstantPattern.ExtendedIso.Parse(text) is { Success: true } again ? again.Value : modified;
        return Instant.Max(modified, delivered).InZone(zone).Date;
    }
}
