using System.Globalization;
using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Time;

/// <summary>Texts that are written once and kept are those that would be written anew, on both sides of the years that are kept.</summary>
public class WrittenOnceTests
{
    private static IEnumerable<LocalDate> Days(int first, int last)
    {
        for (LocalDate day = new(first, 1, 1); day.Year <= last; day = day.PlusDays(1))
            yield return day;
    }

    [Theory]
    [InlineData(1999, 2001)]
    [InlineData(2023, 2028)]
    [InlineData(2099, 2101)]
    public void Every_day_week_and_month_has_its_own(int first, int last)
    {
        foreach (LocalDate day in Days(first, last))
            for (int again = 0; again < 2; again++)
            {
                var date = day.ToDateOnly();
                Assert.Equal(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Iso());
                Assert.Equal(date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), day.InWords());
                Assert.Equal(date.ToString("yyyy-MM", CultureInfo.InvariantCulture), day.ToYearMonth().Text());
                var midnight = date.ToDateTime(TimeOnly.MinValue);
                Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(midnight):D4}-W{ISOWeek.GetWeekOfYear(midnight):D2}"), IsoWeek.Of(day).ToString());
            }
    }
}
