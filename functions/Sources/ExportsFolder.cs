using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>The exports as they lie in a folder now: a file stands as of the day on which it was last modified, in the firm's zone.</summary>
public sealed class ExportsFolder(string folder, DateTimeZone zone)
{
    public Snapshot Read(LocalDate today, CancellationToken cancellationToken) => PlainFolder.Read(folder, today, AsOf, null, cancellationToken);

    private LocalDate AsOf(string path) => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path)).InZone(zone).Date;
}
