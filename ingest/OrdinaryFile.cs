using System.Formats.Tar;
using NodaTime;

namespace Plumbline.Ingest;

/// <summary>Opens files, and nothing else that may lie in a folder: a pipe would be waited for until somebody writes to it, and some devices never end. A file that does not answer is given up.</summary>
internal static class OrdinaryFile
{
    private const string Empty = "/dev/null";

    /// <summary>How long nothing may come of a file.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <exception cref="UnreadableFile">What lies there, or where a link leads, is none, or it does not answer.</exception>
    public static Stream Open(string path) => new TimedStream(() => OpenNow(path), Limit);

    /// <summary>When what lies there, or where a link leads, was last written; null where that cannot be told, and it cannot be read either.</summary>
    public static Instant? LastModified(string path)
    {
        Instant? modified = null;
        try
        {
            return TimedThread.Makes(() => modified = LastModifiedNow(path), Limit) ? modified : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream OpenNow(string path) => IsOther(path) ? throw new UnreadableFile("is a pipe, a socket or a device; put an ordinary file in its place") : new(path, new FileStreamOptions
    {
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    });

    private static Instant? LastModifiedNow(string path)
    {
        FileSystemInfo file = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
        return File.Exists(file.FullName) ? Instant.FromDateTimeUtc(file.LastWriteTimeUtc) : null;
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
