using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Sources;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Policies;

namespace Plumbline.Functions.Tests.Sources;

/// <summary>A container of its own on the shared Azurite, which the app reads and a test fills.</summary>
internal sealed class ExportedFirm : IDisposable
{
    private static readonly Policy Policy = PolicyFiles.Read(PolicySettings.Shipped).Policy!;

    private readonly BlobContainerClient _container;

    private ExportedFirm(string connection, string name)
    {
        _container = new(connection, name);
        Exports = Open(new(connection, name, Wire.Options), readsCalendars: true);
        WithoutCalendars = Open(new(connection, name, Wire.Options), readsCalendars: false);
    }

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[Policy.Clock.Zone];

    /// <summary>Late enough that whatever a test delivers has been delivered.</summary>
    public static LocalDate Today { get; } = new(2099, 1, 1);

    public BlobWire Wire { get; } = new();

    public BlobContainerClient Container => _container;

    public ExportsContainer Exports { get; }

    /// <summary>As it is read where calendars come from Graph.</summary>
    public ExportsContainer WithoutCalendars { get; }

    /// <param name="isThere">Whether there is a container at all.</param>
    public static async Task<ExportedFirm> CreateAsync(bool isThere = true)
    {
        var firm = new ExportedFirm(await AzuriteFixture.ConnectionStringAsync(), $"exports-{Guid.NewGuid():N}");
        if (isThere)
            await firm._container.CreateAsync();
        return firm;
    }

    /// <summary>The files of a folder and of the folders in it, each a blob.</summary>
    public async Task UploadAsync(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            await PutAsync(Path.GetRelativePath(folder, file).Replace('\\', '/'), await File.ReadAllTextAsync(file));
    }

    /// <param name="delivered">When the same content came again; null where it never did.</param>
    public Task PutAsync(string name, string text, string? delivered = null)
    {
        var options = new BlobUploadOptions();
        if (delivered is not null)
            options.Metadata = new Dictionary<string, string> { [ExportsContainer.Delivered] = delivered };
        return _container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), options);
    }

    public Task DeleteAsync(string name) => _container.DeleteBlobAsync(name);

    /// <summary>The firm's day on which the blob was last written.</summary>
    public async Task<LocalDate> WrittenOnAsync(string name)
    {
        BlobProperties properties = await _container.GetBlobClient(name).GetPropertiesAsync();
        return Instant.FromDateTimeOffset(properties.LastModified).InZone(Zone).Date;
    }

    public Task<Snapshot> ReadAsync() => Exports.ReadAsync(Today, CancellationToken.None);

    public void Dispose()
    {
        Exports.Dispose();
        WithoutCalendars.Dispose();
    }

    private static ExportsContainer Open(BlobContainerClient container, bool readsCalendars) =>
        new(container, Zone, KnownWords.From(Policy), readsCalendars ? new CalendarFiles(Policy.Meetings, Zone) : null);
}
