using NodaTime;

namespace Plumbline.Ingest.Csv;

/// <summary>The last day that most facts plausibly carry: a later one is noted, since its year is probably mistyped.</summary>
internal static class Horizon
{
    private const int Years = 2;

    /// <summary>Counted from the day judged or the file's own day, whichever is later: an old day may be judged by a file of today.</summary>
    public static LocalDate For(LocalDate today, PlainFile? file)
    {
        LocalDate from = file is null ? today : LocalDate.Max(today, file.AsOf);
        return from.Year > LocalDate.MaxIsoValue.Year - Years ? LocalDate.MaxIsoValue : from.PlusYears(Years);
    }
}
