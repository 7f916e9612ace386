using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Csv;

/// <summary>Turns every way in which a file may fail into a reading.</summary>
internal static class Guard
{
    public static T Reading<T>(PlainFile? file, string source, Func<CheckedContent, SourceReading, T> read, Func<SourceReading, T> without) => Opened(file, source, reading =>
    {
        using CheckedContent content = Open(file, source);
        return Refusing(content, reading, read, without);
    }, without);

    /// <summary>The same, of content that was opened and read before.</summary>
    public static T Reading<T>(PlainFile? file, string source, CheckedContent content, Func<CheckedContent, SourceReading, T> read, Func<SourceReading, T> without) =>
        Opened(file, source, reading => Refusing(content, reading, read, without), without);

    public static CheckedContent Open(PlainFile? file, string source) => new(source, file?.Open() ?? Stream.Null, file is { Hashed: true });

    private static T Opened<T>(PlainFile? file, string source, Func<SourceReading, T> read, Func<SourceReading, T> without)
    {
        if (file is null)
            return without(new(source, ReadingState.Missing) { Why = $"{source} is not there; export it to have what rests on it judged" });
        SourceReading reading = new(source, ReadingState.Read) { AsOf = file.AsOf };
        try
        {
            return read(reading);
        }
        catch (UnauthorizedAccessException)
        {
            return without(Refused(reading, $"{source}: access is denied, or it is a folder; allow this program to read the file"));
        }
        catch (UnreadableFile e)
        {
            return without(Refused(reading, $"{source}: it {e.Message}"));
        }
        catch (IOException)
        {
            return without(Refused(reading, $"{source}: it cannot be read from where it lies; see that the file is whole and nothing else holds it"));
        }
    }

    private static T Refusing<T>(CheckedContent content, SourceReading reading, Func<CheckedContent, SourceReading, T> read, Func<SourceReading, T> without)
    {
        try
        {
            return read(content, reading);
        }
        catch (ContentRefused e)
        {
            return without(Refused(reading with { Hash = content.Hash() }, e.Message));
        }
    }

    private static SourceReading Refused(SourceReading reading, string why) => reading with { State = ReadingState.Refused, Why = why };
}
