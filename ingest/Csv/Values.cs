using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;

namespace Plumbline.Ingest.Csv;

/// <summary>What became of a number's text.</summary>
internal enum Number { Read, NotOne, TooLarge }

/// <summary>The values of plain files, read from the trimmed bytes of their fields without making strings.</summary>
internal static class Values
{
    /// <summary>Nobody has facts of an earlier one: it is another year, mistyped, and would be judged month by month until today.</summary>
    private const int FirstYear = 1900;

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>U+00A0, which looks like a space and comes with values copied from web pages.</summary>
    public static ReadOnlySpan<byte> NoBreakSpace => "\u00A0"u8;

    /// <summary>Without spaces at its edges, and without the formula <c>="000123"</c> that has spreadsheets take a number for text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) =>
        field.Length == 0 || (field[0] > ' ' && field[^1] > ' ' && field[0] != '=' && !IsNoBreak(field)) ? field : TrimEnds(field);

    /// <summary>Whether the field begins or ends with a no-break space, other spaces apart.</summary>
    public static bool HasNoBreakEdge(ReadOnlySpan<byte> field) => field.Trim(Spaces) is { Length: > 0 } trimmed && (trimmed.StartsWith(NoBreakSpace) || trimmed.EndsWith(NoBreakSpace));

    private static ReadOnlySpan<byte> Spaces => " \t\r\n\v\f"u8;

    private static bool IsNoBreak(ReadOnlySpan<byte> field) => field[0] == 0xC2 || field[^1] == 0xA0;

    private static ReadOnlySpan<byte> TrimEnds(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> text = field.Trim(Spaces);
        while (text.StartsWith(NoBreakSpace))
            text = text[NoBreakSpace.Length..].TrimStart(Spaces);
        while (text.EndsWith(NoBreakSpace))
            text = text[..^NoBreakSpace.Length].TrimEnd(Spaces);
        return IsTextFormula(text) ? TrimEnds(text[2..^1]) : text;
    }

    /// <summary>Whether it is <c>="..."</c> without more quotes.</summary>
    public static bool IsTextFormula(ReadOnlySpan<byte> text) => text is [(byte)'=', (byte)'"', .. var inner, (byte)'"'] && !inner.Contains((byte)'"');

    /// <summary><c>yyyy-MM-dd</c>, and a real day that anybody means; however late, since an end that is never may be written as a day.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day, int firstYear = FirstYear)
    {
        day = default;
        if (text.Length != 10 || text[7] != '-' || !TryMonth(text[..7], out int year, out int month, firstYear) || !TryTwo(text, 8, out int number))
            return false;
        if (number == 0 || (number > 28 && number > DateTime.DaysInMonth(year, month)))
            return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    /// <summary><c>yyyy-MM</c>.</summary>
    public static bool TryMonth(ReadOnlySpan<byte> text, out int year, out int month, int firstYear = FirstYear)
    {
        month = year = 0;
        if (text.Length != 7 || text[4] != '-' || !TryTwo(text, 0, out int century) || !TryTwo(text, 2, out int rest) || !TryTwo(text, 5, out month))
            return false;
        year = (century * 100) + rest;
        return year >= firstYear && month is >= 1 and <= 12;
    }

    /// <summary>Blank means no.</summary>
    public static bool TryFlag(ReadOnlySpan<byte> text, out bool flag)
    {
        flag = text.SequenceEqual("yes"u8) || Ascii.EqualsIgnoreCase(text, "yes"u8) || Ascii.EqualsIgnoreCase(text, "true"u8);
        return flag || text.Length == 0 || Ascii.EqualsIgnoreCase(text, "no"u8) || Ascii.EqualsIgnoreCase(text, "false"u8);
    }

    /// <summary>A number times ten to the power of <paramref name="decimals"/>, rounded half away from zero.</summary>
    public static Number TryScaled(ReadOnlySpan<byte> text, int decimals, out long scaled)
    {
        // Twelve characters and six more decimals fit any long: nothing to look after.
        if (text.Length > 12)
            return TryScaledLong(text, decimals, out scaled);
        bool negative = text.Length > 0 && text[0] == '-';
        int point = -1, end = text.Length;
        long value = 0;
        scaled = 0;
        for (int at = negative ? 1 : 0; at < end; at++)
        {
            int digit = text[at] - '0';
            if (digit is >= 0 and <= 9)
                value = unchecked((value * 10) + digit);
            else if (text[at] == '.' && point < 0)
                point = at;
            else
                return Number.NotOne;
        }
        int after = point < 0 ? 0 : end - point - 1;
        if (after > decimals || end == (negative ? 1 : 0) + (point < 0 ? 0 : 1))
            return TryScaledLong(text, decimals, out scaled);
        scaled = value * (negative ? -Powers[decimals - after] : Powers[decimals - after]);
        return Number.Read;
    }

    /// <summary>Whether a number says something behind so many decimals; zeros say nothing.</summary>
    public static bool HasDecimalsBeyond(ReadOnlySpan<byte> number, int decimals)
    {
        int point = number.IndexOf((byte)'.');
        return point >= 0 && number.Length > point + 1 + decimals && number[(point + 1 + decimals)..].ContainsAnyExcept((byte)'0');
    }

    private static Number TryScaledLong(ReadOnlySpan<byte> text, int decimals, out long scaled)
    {
        bool negative = text.Length > 0 && text[0] == '-';
        int at = negative ? 1 : 0, after = 0, digits = 0;
        bool point = false, roundUp = false, large = false;
        long value = 0;
        for (; at < text.Length; at++)
        {
            int digit = text[at] - '0';
            if (digit is < 0 or > 9)
            {
                if (text[at] != '.' || point)
                    break;
                point = true;
                continue;
            }
            digits++;
            if (point && ++after > decimals)
                roundUp |= after == decimals + 1 && digit >= 5;
            else if (value < 100_000_000_000_000_000)
                value = (value * 10) + digit;
            else
                large = true;
        }
        scaled = 0;
        if (at < text.Length || digits == 0)
            return Number.NotOne;
        if (large || !TryScale(value, Powers[decimals - Math.Min(after, decimals)], roundUp, out value))
            return Number.TooLarge;
        scaled = negative ? -value : value;
        return Number.Read;
    }

    /// <summary>The three letters of a currency, packed; zero where the field is blank.</summary>
    public static bool TryCurrency(ReadOnlySpan<byte> text, out int packed)
    {
        packed = 0;
        if (text.Length == 0)
            return true;
        foreach (byte each in text)
            packed = (packed << 8) | (each & ~0x20);
        return text.Length == 3 && char.IsAsciiLetter((char)text[0]) && char.IsAsciiLetter((char)text[1]) && char.IsAsciiLetter((char)text[2]);
    }

    public static string Currency(int packed) => packed == 0
        ? Domain.Facts.Money.NoCurrency
        : string.Create(3, packed, static (letters, from) => (letters[0], letters[1], letters[2]) = ((char)(from >> 16), (char)((from >> 8) & 0xFF), (char)(from & 0xFF)));

    /// <summary>
    /// Whether so many millionths (a thousand million units) or minor units may stand in one row, so that a file of them can be added up.
    /// </summary>
    public static bool IsBearable(long parts) => parts is >= -1_000_000_000_000_000 and <= 1_000_000_000_000_000;

    public static LocalDate Local(DateOnly day)
    {
        (int year, int month, int number) = day;
        return new LocalDate(year, month, number);
    }

    private static bool TryScale(long value, long by, bool roundUp, out long scaled)
    {
        scaled = 0;
        if (value > long.MaxValue / 10 / by)
            return false;
        scaled = (value * by) + (roundUp ? 1 : 0);
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, int at, out int number)
    {
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        number = (tens * 10) + ones;
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9;
    }
}
