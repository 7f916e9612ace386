using System.Globalization;
using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>How calendar months are written as occasions.</summary>
public static class Months
{
    private const int MonthsOfAYear = 12;
    private const int FirstYear = 2000;

    private static readonly WrittenOnce<YearMonth> Written = new(100 * MonthsOfAYear, month => ((month.Year - FirstYear) * MonthsOfAYear) + month.Month - 1, Write);

    /// <summary>As <c>2026-08</c>.</summary>
    public static string Text(this YearMonth month) => Written[month];

    private static string Write(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");
}
