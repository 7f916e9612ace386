using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Domain.Findings;

/// <summary>Occasions as people write them; their identity stays as it is (law 5).</summary>
public static class Occasions
{
    /// <summary>
    /// Quarters as <c>2026-Q3</c> and years as <c>2026</c> where the financial year is the calendar's, else by their months, as half-years
    /// always are: <c>July to September 2026</c>. Months as <c>August 2026</c>, days as <c>3 September 2026</c>, weeks as <c>week 2026-W36</c>.
    /// </summary>
    /// <param name="financialYearStart">The first month of the financial year, 1 to 12.</param>
    public static string InWords(string occasion, int financialYearStart) => occasion switch
    {
        [_, _, _, _, '-', 'W', _, _] => $"week {occasion}",
        [_, _, _, _, '-', _, _] when Month(occasion) is { } month => month.InWords(),
        [_, _, _, _, '-', _, _, 'Q' or 'H' or 'Y'] when Month(occasion.AsSpan(0, 7)) is { } first => Part(first, occasion[^1], financialYearStart),
        [_, _, _, _, '-', _, _, '-', _, _] when LocalDatePattern.Iso.Parse(occasion) is { Success: true, Value: var day } => day.InWords(),
        _ => occasion,
    };

    private static YearMonth? Month(ReadOnlySpan<char> text) =>
        int.TryParse(text[..4], CultureInfo.InvariantCulture, out int year) && int.TryParse(text[5..], CultureInfo.InvariantCulture, out int month) && year > 0 && month is >= 1 and <= 12
            ? new YearMonth(year, month) : null;

    private static string Part(YearMonth first, char kind, int financialYearStart) => kind switch
    {
        'Q' when financialYearStart == 1 => string.Create(CultureInfo.InvariantCulture, $"{first.Year:D4}-Q{((first.Month - 1) / 3) + 1}"),
        'Y' when financialYearStart == 1 => string.Create(CultureInfo.InvariantCulture, $"{first.Year:D4}"),
        _ => Span(first, kind switch { 'Q' => 3, 'H' => 6, _ => 12 }),
    };

    private static string Span(YearMonth first, int months)
    {
        YearMonth last = first.PlusMonths(months - 1);
        return first.Year == last.Year ? $"{Name(first)} to {last.InWords()}" : $"{first.InWords()} to {last.InWords()}";
    }

    private static string Name(YearMonth month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Month);
}
