using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>Stretches of whole ISO weeks, which is what work is folded into.</summary>
internal static class Weeks
{
    private const int DaysOfAWeek = 7;

    /// <summary>The first and the last day of so many weeks that ended before the day.</summary>
    public static (LocalDate First, LocalDate Last) Before(LocalDate day, int count) =>
        IsoWeek.Of(day).Monday is var monday ? (monday.PlusDays(-DaysOfAWeek * count), monday.PlusDays(-1)) : default;

    public static bool IsWithin(this Work work, LocalDate first, LocalDate last) => work.Week.Monday >= first && work.Week.Sunday <= last;
}
