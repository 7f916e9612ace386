using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Calendars;

namespace Plumbline.Ingest.Exports;

/// <summary>The exports as they lie in a folder now: a file stands as of the day on which it was last modified, in the firm's zone.</summary>
/// <param name="calendars">Null where calendars come from elsewhere, whatever the folder holds.</param>
public sealed class ExportsFolder(string folder, DateTimeZone zone, CalendarFiles? calendars)
{
    public Snapshot Read(LocalDate today, CancellationToken cancellationToken)
    {
        Snapshot snapshot = PlainFolder.Read(folder, today, AsOf, null, cancellationToken);
        return calendars?.AddTo(snapshot, today, AsOf, cancellationToken) ?? snapshot;
    }

    private LocalDate AsOf(string path) => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path)).InZone(zone).Date;
}
