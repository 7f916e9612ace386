using System.Globalization;
using CsvHelper;

namespace Plumbline.Ingest.Csv;

/// <summary>The records of a plain file, or of a part of one, as CsvHelper parses them, with none of what it forgives.</summary>
internal sealed class Records : IDisposable
{
    /// <summary>No honest record is longer; a quote that is never closed is.</summary>
    public const int LongestRecord = 1 << 20;

    private readonly string _source;
    private readonly ReadOnlyMemory<byte>? _part;
    private readonly int _firstLine;
    private readonly bool _patient;
    private CsvMalformedRecord? _malformed;
    private (int Place, int Line) _counted;

    /// <param name="patient">Whether spaces may stand outside of quotes, which makes every record a little slower: else such a file is
    /// <see cref="QuotesAmiss"/>.</param>
    public Records(string source, Stream content, bool patient)
    {
        (_source, _patient) = (source, patient);
        Reader = CsvReader.Create(content, Options(trackLines: true), leaveOpen: true);
    }

    /// <param name="part">Whole records, all of them in memory.</param>
    /// <param name="firstLine">The line of the file at which the part begins.</param>
    public Records(string source, ReadOnlyMemory<byte> part, int firstLine)
    {
        (_source, _part, _firstLine) = (source, part, firstLine);
        Reader = CsvReader.Create(part, Options(trackLines: false));
    }

    public CsvReader Reader { get; }

    /// <summary>The line at which the record begins; counted only when somebody asks, where it is part of a file.</summary>
    public int Line => _part is { } part
        ? _firstLine + LineBreaks.Count(part.Span[..(int)Reader.ByteOffset])
        : (int)Reader.LineNumber;

    /// <summary>Where the record begins, which costs nothing to ask; <see cref="LineAt"/> makes a line of it.</summary>
    public int Place => _part is null ? (int)Reader.LineNumber : (int)Reader.ByteOffset;

    /// <summary>The line at that place. Lines are counted on from the place asked for before, where it is an earlier one.</summary>
    public int LineAt(int place)
    {
        if (_part is not { } part)
            return place;
        if (_counted.Line == 0 || place < _counted.Place)
            _counted = (0, _firstLine);
        return (_counted = (place, _counted.Line + LineBreaks.Count(part.Span[_counted.Place..place]))).Line;
    }

    /// <summary>Whether the record parsed as it should and has so many fields.</summary>
    public bool IsWhole(int width) => _malformed is null && Reader.FieldCount == width;

    public bool Read()
    {
        _malformed = null;
        try
        {
            bool read = Reader.Read();
            if (_malformed is { Reason: CsvMalformedReason.StrayQuote } && HasQuotesInFormulasAlone())
                _malformed = null;
            return read;
        }
        catch (CsvFormatException e)
        {
            throw new ContentRefused(string.Create(CultureInfo.InvariantCulture,
                $"{_source} line {e.LineNumber}: a record of more than {LongestRecord >> 20} MB; probably a quote in it is not closed: close it"));
        }
    }

    /// <summary>What is wrong with the record as a whole; null where nothing is. One that may have swallowed others refuses the file.</summary>
    public string? Broken(int width)
    {
        if (_malformed is not null && !_patient)
            throw new QuotesAmiss();
        if (_malformed is { Reason: CsvMalformedReason.UnterminatedQuote })
            throw new ContentRefused($"{_source} line {Line}: a quote is opened and never closed; close it");
        if (IsWhole(width))
            return null;
        if (Reader.RawRecord.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
            throw new ContentRefused($"{_source} line {Line}: a quote is not closed where its value ends, so that the lines after it cannot be told apart; close it");
        if (_malformed is not null)
            return "a quote stands inside a value; put the whole value in quotes and double the quote within";
        // Spreadsheets leave out the commas of blank cells at the end of a row.
        if (Reader.FieldCount < width)
            return null;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Reader.FieldCount} fields where the header has {width}; put a value that holds a comma in quotes");
    }

    /// <summary>A line of spaces or of commas alone is as blank as an empty one.</summary>
    public bool IsBlank => Filled == 0;

    /// <summary>Whether a no-break space stands anywhere in the record.</summary>
    public bool HasNoBreakSpace => Reader.RawRecord.IndexOf(Values.NoBreakSpace) >= 0;

    /// <summary>A hash of all its fields; blank ones at the end say nothing.</summary>
    public ulong Print()
    {
        ulong print = 0;
        for (int i = 0, filled = Filled; i < filled; i++)
            print = IdTable.Hash(Values.Trim(Reader.GetSpan(i)), print);
        return print;
    }

    /// <summary>How many fields there are up to the last that is not blank.</summary>
    private int Filled
    {
        get
        {
            int filled = Reader.FieldCount;
            while (filled > 0 && Values.Trim(Reader.GetSpan(filled - 1)).Length == 0)
                filled--;
            return filled;
        }
    }

    public void Dispose() => Reader.Dispose();

    /// <summary>Quotes within a value are a fault, but for those of <c>="000123"</c>.</summary>
    private bool HasQuotesInFormulasAlone()
    {
        for (int i = 0; i < Reader.FieldCount; i++)
            if (Reader.GetSpan(i) is var field && field.Contains((byte)'"') && !Values.IsTextFormula(field))
                return false;
        return true;
    }

    private CsvReaderOptions Options(bool trackLines) => new()
    {
        Separator = ',',
        HasHeader = false,
        DetectSeparatorHint = false,
        TrimWhitespace = _patient,
        BufferSize = 1 << 18,
        MaxRecordSize = LongestRecord,
        TrackLineNumbers = trackLines,
        // A broken record is lost all the same; recovered, it still says whose it was.
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = malformed => _malformed ??= malformed,
        // Rows of the wrong width are told apart by IsWhole: a part of a file begins without the header.
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };
}
