using NodaTime;
using Plumbline.Domain.Facts;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>Reads a folder of plain files.</summary>
public static class PlainFolder
{
    /// <param name="asOf">The day at whose end the file of that path stood.</param>
    /// <param name="progress">Told the name of each file as it is done, from any thread.</param>
    public static Snapshot Read(string folder, LocalDate today, Func<string, LocalDate> asOf, Action<string>? progress, CancellationToken cancellation)
    {
        Snapshot snapshot = PlainFiles.Read(FilesIn(folder, asOf), today, progress, cancellation);
        return HasCalendars(folder) ? WithCalendars(snapshot) : snapshot;
    }

    private static List<PlainFile> FilesIn(string folder, Func<string, LocalDate> asOf)
    {
        string[] paths = Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];
        List<PlainFile> files = [];
        foreach (string name in PlainFiles.Names)
            if (PathOf(paths, name) is { } path)
                files.Add(new PlainFile(name, asOf(path), () => Open(path)));
        return files;
    }

    /// <summary>A name in other letters will do where the very name is not there.</summary>
    private static string? PathOf(string[] paths, string name)
    {
        string[] found = Array.FindAll(paths, p => Path.GetFileName(p).Equals(name, StringComparison.OrdinalIgnoreCase));
        Array.Sort(found, StringComparer.Ordinal);
        return Array.Find(found, p => Path.GetFileName(p) == name) ?? (found.Length > 0 ? found[0] : null);
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    });

    private static bool HasCalendars(string folder) =>
        Path.Combine(folder, Names.Calendars) is var calendars && Directory.Exists(calendars) && Directory.EnumerateFiles(calendars, "*.json").Any();

    /// <summary>Of activities.csv and calendars the one that is not there is no source of this firm.</summary>
    private static Snapshot WithCalendars(Snapshot snapshot)
    {
        Dictionary<string, SourceReading> readings = new(snapshot.Readings)
        {
            [Names.Calendars] = new(Names.Calendars, ReadingState.Refused) { Why = "calendars: they are not read from a folder yet; export activities.csv" },
        };
        if (readings[Names.Activities].State == ReadingState.Missing)
            readings.Remove(Names.Activities);
        return snapshot with { Readings = readings };
    }
}
