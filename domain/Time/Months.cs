using System.Globalization;
using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>How calendar months are written as occasions.</summary>
public static class Months
{
    private const int MonthsOfAYear = 12;
    private const int FirstYear = 2000;

    // Most findings say their month: those of our time are each written once.
    private static readonly string?[] Written = new string?[100 * MonthsOfAYear];

    /// <summary>As <c>2026-08</c>.</summary>
    public static string Text(this YearMonth month)
    {
        int at = ((month.Year - FirstYear) * MonthsOfAYear) + month.Month - 1;
        return at >= 0 && at < Written.Length ? Written[at] ??= Write(month) : Write(month);
    }

    private static string Write(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}-{month.Month:D2}");
}
