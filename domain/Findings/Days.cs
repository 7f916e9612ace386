using System.Globalization;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Findings;

/// <summary>How days stand in sentences.</summary>
public static class Days
{
    private const int OfAMonth = 31, Kept = Months.Kept * OfAMonth;

    private static readonly WrittenOnce<LocalDate> Figures = new(Kept, Number,
        day => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}"));

    private static readonly WrittenOnce<LocalDate> Words = new(Kept, Number,
        day => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)} {day.Year:D4}"));

    /// <summary>As <c>3 September 2026</c>.</summary>
    public static string InWords(this LocalDate day) => Words[day];

    /// <summary>As <c>September 2026</c>.</summary>
    public static string InWords(this YearMonth month) =>
        string.Create(CultureInfo.InvariantCulture, $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Month)} {month.Year:D4}");

    /// <summary>As <c>2026-09-03</c>.</summary>
    public static string Iso(this LocalDate day) => Figures[day];

    internal static string Text(this decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static int Number(LocalDate day) => (Months.Number(day.ToYearMonth()) * OfAMonth) + day.Day - 1;
}
