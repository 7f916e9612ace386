using System.Globalization;
using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>How calendar months are written as occasions.</summary>
public static class Months
{
    private const int MonthsOfAYear = 12;
    private const int FirstYear = 2000;

    /// <summary>So many months of our time are each written once; <see cref="Number"/> counts them.</summary>
    internal const int Kept = 100 * MonthsOfAYear;

    private static readonly WrittenOnce<YearMonth> Written = new(Kept, Number, Write);

    /// <summary>As <c>2026-08</c>.</summary>
    public static string Text(this YearMonth month) => Written[month];

    /// <summary>Counted from January 2000.</summary>
    internal static int Number(YearMonth month) => ((month.Year - FirstYear) * MonthsOfAYear) + month.Month - 1;

    private static string Write(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");
}
