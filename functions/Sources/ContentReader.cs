using System.Text;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>Reads one plain file, whatever state it is in, into a reading; it throws for nothing but cancellation.</summary>
internal static class ContentReader
{
    /// <param name="parser">Given the header, makes what turns a row into a fact.</param>
    public static Content<T> Read<T>(PlainFile? file, Shape shape, Func<Header, Func<Row, T>> parser, Known known, CancellationToken cancellation) where T : class =>
        Guarded(file, shape.Source, (content, reading) =>
        {
            using Records records = new(shape.Source, content);
            Header header = HeaderOf(shape, records);
            Func<Row, T> parse = parser(header);
            Ledger<T> ledger = new(shape);
            Row row = new(shape, records.Reader, known);
            while (records.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                string? broken = records.Broken(header.Width);
                if (broken is not null && records.IsBlank)
                    continue;
                row.Begin(records.Line, broken);
                T fact = parse(row);
                ledger.Add(row, fact, row.Key(header), Print(records));
            }
            return ledger.Close(reading with { Hash = content.Hash() }, header);
        });

    /// <summary>Opens the file and turns every way in which it may fail into a reading.</summary>
    public static Content<T> Guarded<T>(PlainFile? file, string source, Func<CheckedContent, SourceReading, Content<T>> read) => Guarded(file, source, reading =>
    {
        using CheckedContent content = new(source, file?.Open() ?? Stream.Null);
        return Guarded(content, reading, () => read(content, reading));
    });

    /// <summary>The same, of content that is open.</summary>
    public static Content<T> Guarded<T>(PlainFile? file, string source, CheckedContent content, Func<SourceReading, Content<T>> read) =>
        Guarded(file, source, reading => Guarded(content, reading, () => read(reading)));

    private static Content<T> Guarded<T>(CheckedContent content, SourceReading reading, Func<Content<T>> read)
    {
        try
        {
            return read();
        }
        catch (ContentRefused e)
        {
            return Refused<T>(reading with { Hash = content.Hash() }, e.Message);
        }
    }

    private static Content<T> Guarded<T>(PlainFile? file, string source, Func<SourceReading, Content<T>> read)
    {
        if (file is null)
            return new(new(source, ReadingState.Missing) { Why = $"{source} is not there; export it to have what rests on it judged" }, [], []);
        SourceReading reading = new(source, ReadingState.Read) { AsOf = file.AsOf };
        try
        {
            return read(reading);
        }
        catch (UnauthorizedAccessException)
        {
            return Refused<T>(reading, $"{source}: access is denied, or it is a folder; allow this program to read the file");
        }
        catch (IOException)
        {
            return Refused<T>(reading, $"{source}: it cannot be read from where it lies; see that the file is whole and nothing else holds it");
        }
    }

    public static Header HeaderOf(Shape shape, Records records)
    {
        while (records.Read())
        {
            if (records.IsBlank)
                continue;
            if (records.Broken(records.Reader.FieldCount) is { } broken)
                throw new ContentRefused($"{shape.Source} line {records.Line}: {broken}");
            return new Header(shape, [.. Enumerable.Range(0, records.Reader.FieldCount).Select(i => Encoding.UTF8.GetString(Values.Trim(records.Reader.GetSpan(i))))]);
        }
        throw new ContentRefused($"{shape.Source} line 1: the file is empty; it needs a line with the names of its columns");
    }

    private static Content<T> Refused<T>(SourceReading reading, string why) => new(reading with { State = ReadingState.Refused, Why = why }, [], []);

    private static ulong Print(Records records)
    {
        ulong print = 0;
        for (int i = 0; i < records.Reader.FieldCount; i++)
            print = IdComparer.Hash(Values.Trim(records.Reader.GetSpan(i)), print);
        return print;
    }
}
