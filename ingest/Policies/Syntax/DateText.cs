using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Days as policies write them: <c>2026-12-24</c>.</summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Forms that leave no doubt which day is meant; day and month by number alone, as 07/09/2026, do not.</summary>
    private static readonly ImmutableArray<LocalDatePattern> Unmistakable =
        [.. new[] { "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    public static LocalDate? Read(Text text, FaultList faults)
    {
        if (LocalDatePattern.Iso.Parse(text.Value).TryGetValue(default, out LocalDate day) && IsInReach(day.Year))
            return day;
        faults.Add(text.At, $"{Quote.Of(text.Value)} is no day as yyyy-MM-dd", Meant(text.Value));
        return null;
    }

    public static bool IsInReach(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>The days of a list, each of them once.</summary>
    public static ImmutableArray<(LocalDate Day, Place At)> ReadAll(IEnumerable<Text> texts, FaultList faults)
    {
        var days = ImmutableArray.CreateBuilder<(LocalDate, Place)>();
        foreach (Text text in texts)
            if (Read(text, faults) is { } day)
                days.Add((day, text.At));
        return days.ToImmutable();
    }

    private static string? Meant(string written)
    {
        foreach (LocalDatePattern pattern in Unmistakable)
            if (pattern.Parse(written).TryGetValue(default, out LocalDate day) && IsInReach(day.Year))
                return LocalDatePattern.Iso.Format(day);
        return null;
    }
}
