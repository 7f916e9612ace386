using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Calendars;

/// <summary>The calendars that lie beside the exports of a folder.</summary>
public static class CalendarFolder
{
    /// <summary>The snapshot with what the calendars of the folder hold; the same where it has none.</summary>
    /// <param name="asOf">The day at whose end a file that was last modified then stood.</param>
    public static Snapshot AddTo(this CalendarFiles calendars, Snapshot snapshot, string folder, LocalDate today, Func<Instant?, LocalDate> asOf, CancellationToken cancellationToken)
    {
        PlainFile[] files;
        try
        {
            files = [.. Paths(folder).Select(path => new PlainFile(Path.GetFileName(path), asOf(OrdinaryFile.LastModified(path)), () => OrdinaryFile.Open(path)))];
        }
        catch (ContentRefused e)
        {
            return snapshot.Add(CalendarReading.Refused($"calendars: {e.Message}"), []);
        }
        return calendars.AddTo(snapshot, files, today, cancellationToken);
    }

    /// <summary>A folder that is there holds calendars: if it cannot be listed, say so instead of reading none.</summary>
    private static string[] Paths(string folder)
    {
        if (new FolderEntries(folder).PathOf(Names.Calendars) is not { } calendars)
            return [];
        if (!Directory.Exists(calendars))
            throw new ContentRefused("it is a file, or a link that leads to no folder; make it a folder that holds one file ADDRESS.json a mailbox, or take it away");
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(calendars).Where(p => p.EndsWith(CalendarFiles.Extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContentRefused("what the folder holds cannot be listed; allow this program to read it");
        }
    }
}
