using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Csv;

/// <summary>Reads one plain file, whatever state it is in, into a reading; it throws for nothing but cancellation.</summary>
/// <param name="parser">Given the header, makes what turns a row into a fact.</param>
internal sealed class ContentReader<T>(PlainFile? file, Shape shape, Func<Header, Func<Row, T>> parser, Known known, LocalDate today, CancellationToken cancellation) where T : class
{
    private Dictionary<int, (int First, int Other)> _disputed = [];
    private bool _patiently;

    /// <summary>Reads it once, and over again where a reading finds that it should have been done otherwise from its beginning.</summary>
    public Content<T> Read()
    {
        Content<T>? content = null;
        while (content is null)
            content = Guard.Reading<Content<T>?>(file, shape.Source, Once, (reading) => new Content<T>(reading, [], []));
        return content;
    }

    private Content<T>? Once(CheckedContent content, SourceReading reading)
    {
        using Records records = new(shape.Source, content, _patiently);
        try
        {
            Header header = Header.Read(shape, records);
            Ledger<T> ledger = new(shape, known, _disputed);
            Keys keys = new(shape);
            Enter(ledger, keys, records, header);
            if (_disputed.Count > 0 || keys.Disputed.Count == 0)
                return WithRowsLost(ledger.Close(reading with { Hash = content.Hash() }, header));
            // Rows were believed before they were disputed: read again, knowing better.
            _disputed = keys.Disputed;
        }
        catch (QuotesAmiss)
        {
            _patiently = true;
        }
        return null;
    }

    private static Content<T> WithRowsLost(Content<T> content) => content with { Reading = content.Reading with { RowsLost = content.Lost.Count } };

    private void Enter(Ledger<T> ledger, Keys keys, Records records, Header header)
    {
        Func<Row, T> parse = parser(header);
        Row row = new(shape, records.Reader, known, Horizon.For(today, file));
        while (records.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            string? broken = records.Broken(header.Width);
            if (records.IsBlank)
                continue;
            row.Begin(records.Line, broken);
            T fact = parse(row);
            row.NoteNoBreakSpaces(header, records);
            (int key, bool repeated) = keys.Enter(header, records.Reader, records.Line, shape.Key.Length == 0 ? 0 : records.Print());
            ledger.Add(row, fact, key, repeated);
        }
    }
}
