using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plumbline.StandIns.Bus;

/// <summary>An append-only file: each line is what one call did, and stands whole or not at all.</summary>
internal sealed class Journal : IDisposable
{
    // Below this a journal is not worth rewriting, however little of it is alive.
    private const long Small = 1 << 20;
    private const byte LineEnd = (byte)'\n';
    private static readonly JsonSerializerOptions Shape = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private readonly string _path;
    private FileStream _file;
    private long _rewritten;

    public Journal(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
        (_path, _file) = (path, Open(path));
    }

    /// <summary>Whether a rewriting would give most of the file back; it costs no more than the writing since the last one.</summary>
    public bool IsMostlyDead(long alive) => _file.Length is var all && all > Small && all > 4 * alive && all > 2 * _rewritten;

    public IEnumerable<BusEntry> Read()
    {
        DropTornLine();
        _file.Position = 0;
        using var lines = new StreamReader(_file, leaveOpen: true);
        for (var number = 1; lines.ReadLine() is { } line; number++)
            foreach (var entry in Parse(line, number)) yield return entry;
    }

    // Handed to the system before the call returns: the end of this process loses nothing.
    public void Append(IEnumerable<BusEntry> entries)
    {
        var whole = _file.Length;
        _file.Position = whole;
        try
        {
            _file.Write(Line(entries));
        }
        catch (IOException)
        {
            // What was half written must not be what the next line is added to.
            _file.SetLength(whole);
            throw;
        }
    }

    /// <summary>Replaces the file by one with these lines; until that is whole, the old one stands.</summary>
    public void Rewrite(IEnumerable<BusEntry> entries)
    {
        var fresh = _path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create))
        {
            foreach (var entry in entries) file.Write(Line([entry]));
            file.Flush(flushToDisk: true);
        }
        _file.Dispose();
        File.Move(fresh, _path, overwrite: true);
        _file = Open(_path);
        _rewritten = _file.Length;
    }

    public void Dispose() => _file.Dispose();

    // Nobody else: two brokers on one file would each write what the other does not know.
    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private static byte[] Line(IEnumerable<BusEntry> entries) => [.. JsonSerializer.SerializeToUtf8Bytes(entries, Shape), LineEnd];

    private BusEntry[] Parse(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<BusEntry[]>(line, Shape) ?? [];
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"Line {number} of the journal {_path} is not one of ours.", wrong);
        }
    }

    // Only a line with its end was ever answered for.
    private void DropTornLine()
    {
        var end = _file.Length;
        for (; end > 0; end--)
        {
            _file.Position = end - 1;
            if (_file.ReadByte() == LineEnd) break;
        }
        _file.SetLength(end);
    }
}
