using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Durations as policies write them: <c>3 working days</c>, <c>1 week</c>, <c>12 months</c>.</summary>
internal static class SpanText
{
    /// <summary>Ten years, in each unit.</summary>
    private static readonly ImmutableArray<(string One, string Many, SpanUnit Unit, int Most)> Units =
    [
        ("day", "days", SpanUnit.Days, 3_660),
        ("week", "weeks", SpanUnit.Weeks, 522),
        ("month", "months", SpanUnit.Months, 120),
        ("working day", "working days", SpanUnit.WorkingDays, 2_610),
    ];

    private static readonly ImmutableArray<string> Numerals =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Null, with a fault, where it is no duration, or shorter than <paramref name="least"/> or longer than ten years.</summary>
    public static CalendarSpan? Read(Text text, int least, FaultList faults)
    {
        (string count, string unit) = Split(text.Value);
        if (text.Value != $"{count} {unit}" || NumberText.Whole(count) is not { } number || Units.FirstOrDefault(u => u.One == unit || u.Many == unit) is not { Most: > 0 } known)
            faults.Add(text.At, $"{Quote.Of(text.Value)} is no duration: it is a whole number of days, weeks, months or working days", Meant(count, unit, least));
        else if (number < least)
            faults.Add(text.At, $"{Quote.Of(text.Value)} is too short: it is at least {new CalendarSpan(least, known.Unit)}");
        else if (number > known.Most)
            faults.Add(text.At, $"{Quote.Of(text.Value)} is too long: it is at most {new CalendarSpan(known.Most, known.Unit)}");
        else
            return new(number, known.Unit);
        return null;
    }

    /// <summary>The number and the unit; a number alone has no unit, and <c>3days</c> is parted where the letters begin.</summary>
    private static (string Count, string Unit) Split(string text)
    {
        int end = text.IndexOf(' ');
        if (end < 0 || (end > 0 && char.IsAsciiDigit(text[0]) && text[..end].Any(char.IsAsciiLetter)))
            end = text.Select((c, i) => char.IsAsciiLetter(c) ? i : text.Length).DefaultIfEmpty(0).Min();
        return (text[..end].Trim(), string.Join(' ', text[end..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string? Meant(string count, string unit, int least)
    {
        if (Count(count) is not { } number || Unit(unit) is not { } known)
            return null;
        return number < least || number > Units.First(u => u.Unit == known).Most ? null : new CalendarSpan(number, known).ToString();
    }

    /// <summary>A sign is dropped, a part of a day is a day more, a numeral is its number.</summary>
    private static int? Count(string written)
    {
        if (Numerals.IndexOf(written.ToLowerInvariant()) is var numeral and >= 0)
            return numeral;
        string plain = written.TrimStart('-', '+').Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number <= 10_000
            ? (int)Math.Ceiling(number)
            : null;
    }

    private static SpanUnit? Unit(string written)
    {
        if (written.Length == 0)
            return SpanUnit.Days;
        string plain = written.Replace("business", "working", StringComparison.OrdinalIgnoreCase);
        string? near = Nearest.To(plain, Units.SelectMany(u => new[] { u.One, u.Many }));
        return near is null ? null : Units.First(u => u.One == near || u.Many == near).Unit;
    }
}
