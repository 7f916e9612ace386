using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using NodaTime.Extensions;
using NodaTime.Text;
using Plumbline.Functions.Sources;

namespace Plumbline.Functions.Deliveries;

/// <summary>Puts delivered files into the container of exports, each by one request: readers see the old file or the new, whole.</summary>
public sealed class ExportStore(BlobContainerClient container, TimeProvider time)
{
    /// <returns>Whether the content is new. The same again is not written: its blob is marked as delivered now.</returns>
    /// <exception cref="ExportsException">The container could not be reached, or refused.</exception>
    internal async Task<bool> StoreAsync(string name, DeliveredBody body, string mediaType, CancellationToken cancellationToken)
    {
        BlockBlobClient blob = container.GetBlockBlobClient(name);
        try
        {
            if (await RenewAsync(blob, body, cancellationToken))
                return false;
            await blob.UploadAsync(body.Open(), Options(body, mediaType), cancellationToken);
            return true;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            throw new ExportsException(failure);
        }
    }

    /// <summary>Marks the blob as delivered now if it holds this very content. Without an MD5 it counts as other content.</summary>
    private async Task<bool> RenewAsync(BlockBlobClient blob, DeliveredBody body, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (stored.ContentLength != body.Length || !body.Md5.AsSpan().SequenceEqual(stored.ContentHash))
                return false;
            string now = InstantPattern.ExtendedIso.Format(time.ToClock().GetCurrentInstant());
            Dictionary<string, string> metadata = new(stored.Metadata, StringComparer.OrdinalIgnoreCase);
            metadata[ExportsContainer.Delivered] = now;
            await blob.SetMetadataAsync(metadata, new BlobRequestConditions { IfMatch = stored.ETag }, cancellationToken);
            return true;
        }
        // It is not there, or another delivery came in between: this one is the later and is written.
        catch (RequestFailedException other) when (other.Status == 412 || other.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false;
        }
    }

    // One request for whatever is shorter than that size: blocks of two deliveries at once would displace each other.
    private static BlobUploadOptions Options(DeliveredBody body, string mediaType) => new()
    {
        HttpHeaders = new() { ContentType = mediaType, ContentHash = body.Md5 },
        TransferOptions = new StorageTransferOptions { InitialTransferSize = DeliveredBody.Longest + 1 },
    };
}
