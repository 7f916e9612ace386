namespace Plumbline.Local.Bus;

/// <summary>Opens a journal's file; tests of a full disk give another.</summary>
internal delegate FileStream JournalOpener(string path, FileMode mode);

/// <summary>An append-only file: each line is what one call did, and counts whole or not at all.</summary>
internal sealed class Journal : IDisposable
{
    // A smaller file is not worth rewriting, however little of it is still needed.
    private const long WorthRewriting = 1 << 20;

    private readonly string path;
    private readonly JournalOpener open;
    private readonly Action<string>? notKept;
    private FileStream file;
    private long rewrittenLength;

    public Journal(string path, JournalOpener? open = null, Action<string>? notKept = null)
    {
        this.notKept = notKept;
        this.path = Path.GetFullPath(path);
        this.open = open ?? Open;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this.path) ?? ".");
            file = this.open(this.path, FileMode.OpenOrCreate);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ServiceBusEmulatorException($"The journal {this.path} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Whether a rewrite would shrink the file much, at a cost no greater than that of the writes since the last one.</summary>
    public bool IsMostlyDead(long bytesAlive) =>
        file.Length is var length && length > WorthRewriting && length > 4 * bytesAlive && length > 2 * rewrittenLength;

    /// <summary>
    /// Hands each line's entries to <paramref name="apply"/>.
    /// It throws an <see cref="ArgumentException"/> where an entry contradicts earlier ones.
    /// </summary>
    public void Read(Action<JournalEntry> apply)
    {
        int number = 0;
        try
        {
            JournalLines.DropTornLine(file);
            foreach (ReadOnlyMemory<byte> line in JournalLines.Read(file))
            {
                number++;
                foreach (JournalEntry entry in JournalText.Read(line.Span))
                {
                    apply(entry);
                }
            }
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or IOException)
        {
            throw new ServiceBusEmulatorException(
                $"The journal {path} is damaged: line {Math.Max(1, number)} was not written by this emulator ({failure.Message}). "
                + "Remove the file to start without its messages.",
                failure);
        }
    }

    /// <summary>The operating system has the line before this returns, so that it survives the end of this process.</summary>
    public void Append(IReadOnlyList<JournalEntry> entries)
    {
        long length = file.Length;
        file.Position = length;
        try
        {
            file.Write(JournalText.Write(entries));
        }
        catch (IOException failure)
        {
            // Cuts off what was half written, so that the next line does not continue it.
            file.SetLength(length);
            BusException refusal = BusException.JournalNotWritten(path, failure);
            notKept?.Invoke(refusal.Message);
            throw refusal;
        }
    }

    /// <summary>Replaces the file by one with these entries, a line each. The old file stays until the new one is whole.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool TryRewrite(IEnumerable<JournalEntry> entries)
    {
        string fresh = path + ".new";
        try
        {
            using FileStream target = open(fresh, FileMode.Create);
            foreach (JournalEntry entry in entries)
            {
                target.Write(JournalText.Write([entry]));
            }

            target.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            File.Delete(fresh);
            return false;
        }

        file.Dispose();
        File.Move(fresh, path, overwrite: true);
        file = open(path, FileMode.Open);
        rewrittenLength = file.Length;
        return true;
    }

    public void Dispose() => file.Dispose();

    // No sharing: two emulators on one file would each miss what the other writes.
    private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
}
