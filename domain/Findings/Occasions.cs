using System.Globalization;
using NodaTime;

namespace Plumbline.Domain.Findings;

/// <summary>Occasions as people write them; their identity stays as it is (law 5).</summary>
public static class Occasions
{
    /// <summary>
    /// Quarters as <c>2026-Q3</c> and years as <c>2026</c> where the financial year is the calendar's, else by their months, as half-years
    /// always are: <c>July to September 2026</c>. Weeks, months and days as they are.
    /// </summary>
    /// <param name="financialYearStart">The first month of the financial year, 1 to 12.</param>
    public static string InWords(string occasion, int financialYearStart)
    {
        if (occasion is not [.. var month, 'Q' or 'H' or 'Y'] || month.Length != 7 || !int.TryParse(month.AsSpan(0, 4), CultureInfo.InvariantCulture, out int year)
            || !int.TryParse(month.AsSpan(5), CultureInfo.InvariantCulture, out int first) || first is < 1 or > 12)
            return occasion;
        return occasion[^1] switch
        {
            'Q' when financialYearStart == 1 => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-Q{((first - 1) / 3) + 1}"),
            'Y' when financialYearStart == 1 => month[..4],
            var kind => Span(new(year, first), kind switch { 'Q' => 3, 'H' => 6, _ => 12 }),
        };
    }

    private static string Span(YearMonth first, int months)
    {
        YearMonth last = first.PlusMonths(months - 1);
        return first.Year == last.Year ? $"{Name(first)} to {last.InWords()}" : $"{first.InWords()} to {last.InWords()}";
    }

    private static string Name(YearMonth month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Month);
}
