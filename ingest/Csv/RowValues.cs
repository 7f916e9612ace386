using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Csv;

/// <summary>The values of the row, each with what to say where it is bad.</summary>
internal sealed partial class Row
{
    private const string NotADate = "is not a date; write it as yyyy-MM-dd";
    private const string TooEarly = "is before 1900; check the year";
    private const string NotACurrency = "is not a currency; write its three letters, as GBP";
    private const int FewWords = 6;
    private const string FarAhead = "is more than two years ahead; check the year";
    private const string TooLarge = "is too large; check the amount";

    private readonly DayMemo _days = new();
    private readonly Words _words = new(), _lower = new() { Lower = true };

    public string Required(Column column)
    {
        Needs(column, "every row needs one");
        Nothing(column, out ReadOnlySpan<byte> text);
        return Encoding.UTF8.GetString(text);
    }

    public string? Text(Column column) => Nothing(column, out ReadOnlySpan<byte> text) ? null : _words[text];

    /// <summary>In lower case.</summary>
    public string? Word(Column column) => Nothing(column, out ReadOnlySpan<byte> text) ? null : _lower[text];

    /// <summary>Our word for the word of the column; null for a blank one, for an unknown one (which costs the row), and in a row to be ignored.</summary>
    public string? KnownWord(Column column, WordKind kind)
    {
        if (Word(column) is not { } word || _shifted)
            return null;
        string? ours = known.Words.Find(kind, word);
        IsIgnored |= ours == KnownWords.Ignored;
        if (ours is null)
        {
            Strange.Add((column.Name, word, kind));
            Bad(column, Remedy(word, known.Words.ByKind[kind]));
        }
        return ours == KnownWords.Ignored ? null : ours;
    }

    private static string Remedy(string word, ImmutableHashSet<string> ours) =>
        Nearest.To(word, ours) is { } meant ? $"is not a word that we know; did you mean '{meant}'?"
        : ours.Count <= FewWords ? $"is not a word that we know; write {string.Join(", ", ours.Order(StringComparer.Ordinal))}, or what it means under 'words' in firm.yaml"
        : "is not a word that we know; write what it means under 'words' in firm.yaml";

    public LocalDate? Day(Column column)
    {
        if (Nothing(column, out ReadOnlySpan<byte> text))
            return null;
        if (_days.TryDay(text, out NumberedDay day))
        {
            if (day.Date > horizon && !column.Distant)
                Note(column, FarAhead);
            return day.Date;
        }
        Bad(column, Values.TryDay(text, out _, firstYear: 1) ? TooEarly : NotADate);
        return null;
    }

    public YearMonth? Month(Column column)
    {
        if (Nothing(column, out ReadOnlySpan<byte> text))
            return null;
        if (Values.TryMonth(text, out int year, out int month))
            return new YearMonth(year, month);
        Bad(column, Values.TryMonth(text, out _, out _, firstYear: 1) ? TooEarly : "is not a month; write it as yyyy-MM");
        return null;
    }

    public bool Flag(Column column)
    {
        Nothing(column, out ReadOnlySpan<byte> text);
        if (!Values.TryFlag(text, out bool flag))
            Bad(column, "is neither yes nor no; write yes or no");
        return flag;
    }

    public Region? Region(Column column)
    {
        if (Word(column) is not { } word)
            return null;
        _region = Regions.Parse(word);
        if (_region is null)
            Bad(column, "is not a region; write england-and-wales, scotland or northern-ireland");
        return _region;
    }

    public string Currency(Column column)
    {
        if (PackedCurrency(column) == 0 || Lost is not null)
            return Money.NoCurrency;
        Nothing(column, out ReadOnlySpan<byte> text);
        return _words[text].ToUpperInvariant();
    }

    /// <summary>In minor units of the currency.</summary>
    public long? Amount(Column column, string currency, bool negative = false)
    {
        long? minor = Scaled(column, Money.Decimals(currency), negative);
        if (minor is not { } amount || Values.IsBearable(amount))
            return minor;
        Bad(column, TooLarge);
        return null;
    }

    /// <summary>The same, where a part of a minor unit is a mistake and not a rate: it is refused and never rounded.</summary>
    public long? ExactAmount(Column column, string currency)
    {
        int decimals = Money.Decimals(currency);
        if (Amount(column, currency, negative: true) is not { } amount)
            return null;
        Nothing(column, out ReadOnlySpan<byte> text);
        if (Values.HasDecimalsBeyond(text, decimals))
            Bad(column, $"has more decimals than {(currency == Money.NoCurrency ? "an amount" : currency)} has; write {(decimals == 0 ? "none" : $"at most {decimals}")}");
        return amount;
    }

    public decimal? Number(Column column, bool negative = false) => Scaled(column, 6, negative) / 1_000_000m;

    /// <summary>In millionths.</summary>
    public long? Micros(Column column)
    {
        long? millionths = Scaled(column, 6, negative: true);
        if (millionths is not { } number || Values.IsBearable(number))
            return millionths;
        Bad(column, TooLarge);
        return null;
    }

    /// <summary>As the fold adds them up.</summary>
    public int PackedCurrency(Column column)
    {
        Nothing(column, out ReadOnlySpan<byte> text);
        if (!Values.TryCurrency(text, out int packed))
            Bad(column, NotACurrency);
        return packed;
    }

    /// <summary>Blank, or lacking altogether.</summary>
    public bool Nothing(Column column, out ReadOnlySpan<byte> text)
    {
        text = column.At < 0 ? default : Values.Trim(reader.GetSpan(column.At));
        return text.Length == 0;
    }

    /// <summary>Blames a blank value; where the whole column lacks, that is said once and elsewhere.</summary>
    public void Needs(Column column, string remedy)
    {
        if (column.At >= 0 && Nothing(column, out _))
            Blame(column, $"it is blank; {remedy}");
    }

    /// <summary>Something odd in the column that costs nothing.</summary>
    public void Note(Column column, string what)
    {
        if (!_shifted)
            Noted.Add((column, what));
    }

    /// <summary>Values that were read without the no-break spaces at their edges.</summary>
    public void NoteNoBreakSpaces(Header header, Records records)
    {
        if (!records.HasNoBreakSpace)
            return;
        foreach (string name in shape.Columns)
            if (header[name] is { At: >= 0 } column && Values.HasNoBreakEdge(reader.GetSpan(column.At)))
                Note(column, "has a no-break space at its edge, which is left out");
    }

    /// <summary>What is said of a value, with its place.</summary>
    public string Says(Column column, string what) =>
        $"{shape.Source} line {Line}, column {column.Name}: {(Nothing(column, out ReadOnlySpan<byte> text) ? "it" : Quoted.Value(text))} {what}";

    private long? Scaled(Column column, int decimals, bool negative)
    {
        if (Nothing(column, out ReadOnlySpan<byte> text))
            return null;
        Number number = Values.TryScaled(text, decimals, out long scaled);
        if (number == Csv.Number.NotOne)
            Bad(column, "is not a number; write digits with . for decimals and no thousands separators, as 1200.50");
        else if (number == Csv.Number.TooLarge)
            Bad(column, TooLarge);
        else if (scaled < 0 && !negative)
            Bad(column, "is negative, which it may not be; check the amount");
        else
            return scaled;
        return null;
    }

    private void Bad(Column column, string what)
    {
        Nothing(column, out ReadOnlySpan<byte> text);
        Blame(column, $"{Quoted.Value(text)} {what}");
    }

    private void Blame(Column column, string what)
    {
        if (_shifted)
            return;
        if (column.Lenient)
            Blanked.Add((column.Name, $"{shape.Source} line {Line}, column {column.Name}: {what}"));
        else
            Lose(column.Name, what);
    }
}
