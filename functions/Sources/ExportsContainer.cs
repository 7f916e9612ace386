using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>The exports as they lie in the container now: a file stands as of the day on which it was last delivered, in the firm's zone.</summary>
/// <param name="calendars">Null where calendars come from elsewhere, whatever the container holds.</param>
public sealed class ExportsContainer(BlobContainerClient container, DateTimeZone zone, CalendarFiles? calendars) : IDisposable
{
    /// <summary>Metadata: when the same content was delivered again, as an instant in ISO form.</summary>
    public const string Delivered = "delivered";

    private readonly ExportCopies _copies = new();

    public Snapshot Read(LocalDate today, CancellationToken cancellationToken)
    {
        BlobItem[] blobs = List(cancellationToken);
        PlainFile[] files = [.. PlainFiles.Names.Select(name => (Name: name, Blob: Find(blobs, name))).Where(f => f.Blob is not null).Select(f => File(f.Name, f.Blob!, cancellationToken))];
        Snapshot snapshot = PlainFiles.Read(files, today, null, cancellationToken);
        return calendars is null ? snapshot : calendars.AddTo(snapshot, Mailboxes(blobs, cancellationToken), today, cancellationToken);
    }

    public void Dispose() => _copies.Dispose();

    // A container that is not there holds no exports; that accounts.csv is missing says the rest.
    private BlobItem[] List(CancellationToken cancellationToken)
    {
        try
        {
            return [.. container.GetBlobs(BlobTraits.Metadata, BlobStates.None, prefix: null, cancellationToken)];
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
    }

    // As in a folder: a name in other letters will do where the very name is not there.
    private static BlobItem? Find(BlobItem[] blobs, string name) =>
        Array.Find(blobs, b => b.Name == name) ?? Array.Find(blobs, b => b.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private PlainFile[] Mailboxes(BlobItem[] blobs, CancellationToken cancellationToken) =>
    [
        .. from blob in blobs
           where blob.Name.Split('/') is [var folder, var name] && folder.Equals(Names.Calendars, StringComparison.OrdinalIgnoreCase)
               && name.EndsWith(CalendarFiles.Extension, StringComparison.OrdinalIgnoreCase)
           orderby blob.Name.Split('/')[1]
           select File(blob.Name.Split('/')[1], blob, cancellationToken),
    ];

    private PlainFile File(string name, BlobItem blob, CancellationToken cancellationToken) =>
        new(name, AsOf(blob), () => _copies.Open(container.GetBlobClient(blob.Name), blob.Properties.ETag ?? ETag.All, cancellationToken));

    private LocalDate AsOf(BlobItem blob)
    {
        Instant modified = Instant.FromDateTimeOffset(blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch);
        Instant delivered = blob.Metadata.TryGetValue(Delivered, out string? text) && InstantPattern.ExtendedIso.Parse(text) is { Success: true } again ? again.Value : modified;
        return Instant.Max(modified, delivered).InZone(zone).Date;
    }
}
