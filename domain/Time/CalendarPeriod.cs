using NodaTime;

namespace Plumbline.Domain.Time;

/// <summary>The calendar periods of a Cadence.</summary>
public enum Every { Week, Month, Quarter, HalfYear, Year }

/// <summary>
/// One calendar period, both ends included. Quarters, half-years and years count from the first month of the firm's financial year;
/// weeks are ISO weeks.
/// </summary>
public readonly record struct CalendarPeriod(Every Kind, LocalDate First, LocalDate Last)
{
    /// <param name="financialYearStart">The first month of the financial year, 1 to 12.</param>
    public static CalendarPeriod Containing(LocalDate day, Every kind, int financialYearStart)
    {
        if (kind == Every.Week)
            return IsoWeek.Of(day) is var week ? new(kind, week.Monday, week.Sunday) : default;
        int months = Months(kind);
        int into = (day.Month - financialYearStart + 12) % 12 % months;
        LocalDate first = new LocalDate(day.Year, day.Month, 1).PlusMonths(-into);
        return new(kind, first, first.PlusMonths(months).PlusDays(-1));
    }

    public CalendarPeriod Next() => Kind == Every.Week
        ? new(Kind, First.PlusWeeks(1), Last.PlusWeeks(1))
        : new(Kind, First.PlusMonths(Months(Kind)), First.PlusMonths(2 * Months(Kind)).PlusDays(-1));

    public bool Contains(LocalDate day) => First <= day && day <= Last;

    /// <summary>The name of the period in a finding: <c>2026-W36</c>, <c>2026-08</c>, <c>2026-07Q</c>, <c>2026-07H</c>, <c>2026-04Y</c>.</summary>
    public string Occasion => Kind switch
    {
        Every.Week => IsoWeek.Of(First).ToString(),
        Every.Month => FirstMonth,
        Every.Quarter => FirstMonth + "Q",
        Every.HalfYear => FirstMonth + "H",
        _ => FirstMonth + "Y",
    };

    private string FirstMonth => First.ToYearMonth().Text();

    private static int Months(Every kind) => kind switch { Every.Month => 1, Every.Quarter => 3, Every.HalfYear => 6, _ => 12 };
}
