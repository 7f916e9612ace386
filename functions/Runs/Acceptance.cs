using System.Globalization;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>
/// Guards against half an export: a complete reading with far fewer rows than the last accepted one is taken for shrunk, until the next
/// content, on a later day, is again of that size.
/// </summary>
internal static class Acceptance
{
    private const int PercentKept = 80;

    /// <param name="newestFirst">The readings of this source back to the last accepted one.</param>
    public static SourceReading Judge(SourceReading reading, IReadOnlyList<KeptReading> newestFirst, LocalDate today)
    {
        if (reading is not { State: ReadingState.Read, IsComplete: true } || newestFirst.FirstOrDefault(k => k.Accepted) is not { } accepted)
            return reading;
        KeptReading[] since = [.. newestFirst.TakeWhile(k => k != accepted)];
        // Content that came on a day before does not become another day's by being read again.
        LocalDate came = since.Where(k => k.Hash == reading.Hash).Select(k => k.Day).DefaultIfEmpty(today).Min();
        if (IsOfTheSizeOf(reading, accepted) || since.Any(k => Confirms(reading, k, came)))
            return reading;
        return reading with { State = ReadingState.Shrunk, Why = Why(reading, accepted) };
    }

    private static bool Confirms(SourceReading reading, KeptReading before, LocalDate came) =>
        before.State == ReadingState.Shrunk && before.Hash != reading.Hash && before.Day < came && IsOfTheSizeOf(reading, before);

    private static bool IsOfTheSizeOf(SourceReading reading, KeptReading other) => reading.Rows * 100L >= other.Rows * (long)PercentKept;

    private static string Why(SourceReading reading, KeptReading accepted) => string.Create(CultureInfo.InvariantCulture,
        $"{reading.Source} has {reading.Rows} rows, fewer than {PercentKept} % of the {accepted.Rows} that it had on {accepted.Day.Iso()}. If rows are missing, export it again, whole; if so few are right, accept the reading, or export it again on a later day.");
}
