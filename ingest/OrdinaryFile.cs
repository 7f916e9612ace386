using System.Formats.Tar;
using NodaTime;

namespace Plumbline.Ingest;

/// <summary>Opens files, and nothing else that may lie in a folder: a pipe would be waited for until somebody writes to it, and some devices never end.</summary>
internal static class OrdinaryFile
{
    private const string Empty = "/dev/null";

    /// <exception cref="NoOrdinaryFile">What lies there, or where a link leads, is none.</exception>
    public static FileStream Open(string path) => IsOther(path) ? throw new NoOrdinaryFile() : new(path, new FileStreamOptions
    {
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    });

    /// <summary>When what lies there, or where a link leads, was last written; null where that cannot be told, and it cannot be read either.</summary>
    public static Instant? LastModified(string path)
    {
        try
        {
            FileSystemInfo file = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
            return File.Exists(file.FullName) ? Instant.FromDateTimeUtc(file.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Only what says that it is of no length may be something else. What is not there, or a folder, is for the opening to say.</summary>
    private static bool IsOther(string path)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            file = new FileInfo(target.FullName);
        return file.Exists && file.Length == 0 && file.FullName != Empty && !OperatingSystem.IsWindows() && !IsArchivedAsFile(file.FullName);
    }

    /// <summary>File attributes say of a pipe that it is a normal file; what it goes into an archive as tells, and a pipe is not opened for it.</summary>
    private static bool IsArchivedAsFile(string path)
    {
        using MemoryStream archive = new();
        try
        {
            using (TarWriter writer = new(archive, TarEntryFormat.Gnu, leaveOpen: true))
                writer.WriteEntry(path, "x");
        }
        catch (IOException)
        {
            // A socket goes into none.
            return false;
        }
        archive.Position = 0;
        using TarReader reader = new(archive);
        return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
    }
}
