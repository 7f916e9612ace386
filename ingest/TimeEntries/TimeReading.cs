using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>
/// Reads time.csv with as many threads as come to help: each takes the next part and folds it. Whatever goes wrong in a part, a
/// quoted line break at its end or a file that is to be refused, the file is read again in one, and that reading decides.
/// </summary>
internal sealed class TimeReading(PlainFile? file, Lazy<Known> known, LocalDate today, int partSize, CancellationToken cancellation) : IDisposable
{
    private static readonly Shape Shape = TimeFile.Shape;

    private readonly Lock _gate = new();
    private readonly Numbers.Shared _people = new(), _engagements = new();
    private readonly List<TimeFold> _folds = [];
    private CheckedContent? _content;
    private Parts? _parts;
    private Header? _header;
    private volatile bool _inOne;

    /// <summary>Folds parts until none is left; any number of threads may do so at once.</summary>
    public void Fold()
    {
        if (file is null)
            return;
        try
        {
            byte[] buffer = new byte[partSize];
            TimeFold? fold = null;
            while (!_inOne && Next(buffer) is { } part)
                Fold(part, fold ??= Begin(_header));
        }
        catch (Exception e) when (e is ContentRefused or QuotesAmiss or IOException or UnauthorizedAccessException)
        {
            _inOne = true;
        }
    }

    /// <summary>What was read, once no thread folds any more.</summary>
    public Content<Work> Close() => _inOne || _content is null || _header is null
        ? Guard.Reading(file, Shape.Source, ReadInOne, Nothing)
        : Guard.Reading(file, Shape.Source, _content, (content, reading) => Total(reading, content, _header), Nothing);

    public void Dispose() => _content?.Dispose();

    private Part? Next(byte[] buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            try
            {
                return NextAlone(buffer);
            }
            catch (UnreadableFile e)
            {
                // One that does not answer is not opened again to be waited for once more.
                file = file is null ? null : file with { Open = () => throw e };
                throw;
            }
        }
    }

    private Part? NextAlone(byte[] buffer)
    {
        // Without a header after the first part, whoever took it found the file to be refused.
        if (_parts is not null)
            return _header is null ? null : _parts.Next(buffer);
        _content = Guard.Open(file, Shape.Source);
        _parts = new Parts(_content);
        return _parts.Next(buffer) is { } first ? WithoutHeader(first) : null;
    }

    private Part WithoutHeader(Part first)
    {
        using Records records = new(Shape.Source, first.Records, first.FirstLine);
        _header = Header.Read(Shape, records);
        int end = records.Read() ? (int)records.Reader.ByteOffset : first.Records.Length;
        return new(first.Records[end..], first.FirstLine + LineBreaks.Count(first.Records.Span[..end]));
    }

    private void Fold(Part part, TimeFold fold)
    {
        using Records records = new(Shape.Source, part.Records, part.FirstLine);
        fold.Fold(records, cancellation);
    }

    private TimeFold Begin(Header? header)
    {
        TimeFold fold = new(header ?? throw new InvalidOperationException("a part comes after the header"), known, _people, _engagements, today, Horizon.For(today, file));
        lock (_gate)
            _folds.Add(fold);
        return fold;
    }

    private Content<Work> ReadInOne(CheckedContent content, SourceReading reading)
    {
        _folds.Clear();
        using Records records = new(Shape.Source, content, patient: true);
        Header header = Header.Read(Shape, records);
        Begin(header).Fold(records, cancellation);
        return Total(reading, content, header);
    }

    private static Content<Work> Nothing(SourceReading reading) => new(reading, [], []);

    private Content<Work> Total(SourceReading reading, CheckedContent content, Header header) =>
        new TimeTotals(_folds, known.Value, _people, _engagements).Close(reading with { Hash = content.Hash() }, header);
}
