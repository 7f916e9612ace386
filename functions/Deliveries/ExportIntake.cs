using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Plumbline.Functions.Sources;

namespace Plumbline.Functions.Deliveries;

/// <summary>What became of a delivery: the file, its length, and whether its content is new to the container.</summary>
public sealed record Delivery(string Export, long Bytes, bool IsNew);

/// <summary>Takes exports by request. A file for which no key is set is answered as an unknown file is.</summary>
public sealed partial class ExportIntake(ExportKeys keys, ExportStore store, ILogger<ExportIntake> log)
{
    public const string KeyHeader = "x-export-key";

    private const string Utf8 = "utf-8";

    private const string NoSuchExport =
        $"There is no such export here, or no key for it in {ExportKeys.Section}. "
        + "Exports are named as invoices.csv or calendars/ADDRESS.json.";

    public Task<Delivery> TakeFileAsync(string name, HttpRequest request, CancellationToken cancellationToken) =>
        TakeAsync(ExportFile.OfPlainFile(name), request, cancellationToken);

    public Task<Delivery> TakeMailboxAsync(string name, HttpRequest request, CancellationToken cancellationToken) =>
        TakeAsync(ExportFile.OfMailbox(name), request, cancellationToken);

    private async Task<Delivery> TakeAsync(ExportFile? file, HttpRequest request, CancellationToken cancellationToken)
    {
        if (file is null || !keys.Has(file.Source))
            throw Refused(StatusCodes.Status404NotFound, "no_such_export", NoSuchExport);
        if (request.Headers[KeyHeader] is not [{ Length: > 0 } offered] || !keys.Opens(file.Source, offered))
            throw Refused(StatusCodes.Status401Unauthorized, "wrong_key", $"The header {KeyHeader} must hold a key of this export.");
        DemandWhole(request);
        string mediaType = MediaTypeOf(request, file);
        await using DeliveredBody body = await DeliveredBody.ReadAsync(request, cancellationToken);
        bool isNew = await store.StoreAsync(file.Blob, body, mediaType, cancellationToken);
        // By its source: the name of a mailbox's file is somebody's address.
        Delivered(log, file.Source, body.Length, isNew ? "new content" : "the same content");
        return new(file.Blob, body.Length, isNew);
    }

    // A part would be taken for the whole file.
    private static void DemandWhole(HttpRequest request)
    {
        if (request.Headers.ContainsKey(HeaderNames.ContentRange))
            throw Refused(StatusCodes.Status400BadRequest, "partial_body", "Part of a file is not taken; send it whole.");
    }

    private static string MediaTypeOf(HttpRequest request, ExportFile file)
    {
        if (request.Headers.ContentEncoding is [{ Length: > 0 }, ..])
            throw NotTaken("unsupported_encoding", "A compressed body is not taken; send the file as it is.");
        if (string.IsNullOrEmpty(request.ContentType))
            return file.MediaTypes[0];
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? given) && IsUtf8(given.Charset)
            && file.MediaTypes.FirstOrDefault(t => given.MediaType.Equals(t, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        throw NotTaken("unsupported_media_type", $"The Content-Type is one of {string.Join(", ", file.MediaTypes)}, in UTF-8.");
    }

    private static bool IsUtf8(StringSegment charset) =>
        charset.Length == 0 || HeaderUtilities.RemoveQuotes(charset).Equals(Utf8, StringComparison.OrdinalIgnoreCase);

    private static RefusedException NotTaken(string code, string detail) =>
        Refused(StatusCodes.Status415UnsupportedMediaType, code, detail);

    private static RefusedException Refused(int status, string code, string detail) => new(status, code, detail);

    [LoggerMessage(201, LogLevel.Information, "{Source} was delivered: {Bytes} bytes, {Content}")]
    private static partial void Delivered(ILogger log, string source, long bytes, string content);
}
