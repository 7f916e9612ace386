using NodaTime;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>Stretches of whole calendar months: invoices and costs come by the month, and half of one would count some twice and others not.</summary>
internal static class WholeMonths
{
    /// <summary>The first and the last day of so many months that ended before the day.</summary>
    public static (LocalDate First, LocalDate Last) Before(LocalDate day, int count) =>
        new LocalDate(day.Year, day.Month, 1) is var month ? (month.PlusMonths(-count), month.PlusDays(-1)) : default;
}
