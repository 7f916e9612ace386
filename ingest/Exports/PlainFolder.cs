using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Exports;

/// <summary>Reads the plain files of a folder; its calendars are read after them, by <see cref="Calendars.CalendarFiles"/>.</summary>
public static class PlainFolder
{
    /// <param name="asOf">The day at whose end the file of that path stood.</param>
    /// <param name="words">The words that the files may use; asked for once, when the first file with words is read.</param>
    /// <param name="progress">Told the name of each file as it is done, from any thread.</param>
    public static Snapshot Read(string folder, LocalDate today, Func<string, LocalDate> asOf, Func<KnownWords> words, Action<string>? progress, CancellationToken cancellation) =>
        Read(folder, today, asOf, words, hashed: true, progress, cancellation);

    /// <param name="hashed">Whether the readings say the hashes of the files.</param>
    public static Snapshot Read(string folder, LocalDate today, Func<string, LocalDate> asOf, Func<KnownWords> words, bool hashed, Action<string>? progress, CancellationToken cancellation) =>
        PlainFiles.Read(FilesIn(folder, asOf, hashed), today, words, progress, cancellation);

    private static List<PlainFile> FilesIn(string folder, Func<string, LocalDate> asOf, bool hashed)
    {
        FolderEntries entries = new(folder);
        List<PlainFile> files = [];
        foreach (string name in PlainFiles.Names)
            if (entries.PathOf(name) is { } path)
                files.Add(new PlainFile(name, asOf(path), () => OrdinaryFile.Open(path)) { Hashed = hashed });
        return files;
    }
}
