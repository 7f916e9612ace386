using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Exports;

/// <summary>Reads the plain files of a folder; its calendars are read after them, by <see cref="Calendars.CalendarFiles"/>.</summary>
public static class PlainFolder
{
    /// <param name="asOf">The day at whose end a file that was last modified then stood; asked when all files are read.</param>
    /// <param name="words">The words that the files may use; asked for once, when the first file with words is read.</param>
    /// <param name="progress">Told the name of each file as it is done, from any thread.</param>
    public static Snapshot Read(string folder, LocalDate today, Func<Instant?, LocalDate> asOf, Func<KnownWords> words, Action<string>? progress, CancellationToken cancellation) =>
        Read(folder, today, asOf, words, hashed: true, progress, cancellation);

    /// <param name="hashed">Whether the readings say the hashes of the files.</param>
    public static Snapshot Read(string folder, LocalDate today, Func<Instant?, LocalDate> asOf, Func<KnownWords> words, bool hashed, Action<string>? progress, CancellationToken cancellation)
    {
        List<FolderFile> found = FilesIn(folder);
        Snapshot snapshot = PlainFiles.Read(
            [.. found.Select(f => new PlainFile(f.Name, today, () => OrdinaryFile.Open(f.Path)) { Hashed = hashed })], today, words, progress, cancellation);
        Dictionary<string, SourceReading> readings = new(snapshot.Readings);
        foreach (FolderFile file in found)
            readings[file.Name] = readings[file.Name] with { AsOf = asOf(file.Modified), Notes = [.. file.Notes, .. readings[file.Name].Notes] };
        return snapshot with { Readings = readings };
    }

    /// <param name="Modified">As it was before the file was opened: a file replaced while it is read is not taken for the newer one.</param>
    /// <param name="Notes">What lies beside it and may have been meant.</param>
    private sealed record FolderFile(string Name, string Path, Instant? Modified, IReadOnlyList<string> Notes);

    private static List<FolderFile> FilesIn(string folder)
    {
        FolderEntries entries = new(folder);
        List<FolderFile> files = [];
        foreach (string name in PlainFiles.Names)
            if (entries.PathOf(name) is { } path)
                files.Add(new(name, path, OrdinaryFile.LastModified(path), NotesOn(path, [.. entries.NamesLike(name, path)])));
        return files;
    }

    private static string[] NotesOn(string path, string[] others) => others.Length == 0 ? []
        : [$"{Path.GetFileName(path)} was read; beside it {(others.Length == 1 ? "lies" : "lie")} {string.Join(", ", others.Select(o => Quoted.Value(o)))}, which {(others.Length == 1 ? "was" : "were")} not read"];
}
