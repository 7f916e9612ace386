using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>The billable value of each engagement and month, in hundredths.</summary>
internal sealed class Worth(Firm firm)
{
    // More months than a million rows reach back in any proportion that is believable.
    private const int Months = 122;

    private readonly long[] _values = new long[firm.Engagements.Count * Months];

    public void Add(Engagement engagement, LocalDate day, long value) => _values[engagement.Number * Months + MonthsAgo(day)] += value;

    /// <summary>Bills of months that have ended, oldest first.</summary>
    public IEnumerable<(Engagement Engagement, YearMonth Month, long Net)> Bills() =>
        from monthsAgo in Enumerable.Range(1, Months - 1).Reverse()
        from engagement in firm.Engagements
        let net = _values[engagement.Number * Months + monthsAgo]
        where net > 0
        select (engagement, firm.Scale.AsOf.ToYearMonth().PlusMonths(-monthsAgo), net);

    private int MonthsAgo(LocalDate day) => (firm.Scale.AsOf.Year - day.Year) * 12 + firm.Scale.AsOf.Month - day.Month;
}
