using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary><c>--as-of DATE</c>, in ISO form only: 07/09/2026 is the 7th of September to one reader and the 9th of July to another.</summary>
internal static class AsOfOption
{
    // As for the days of a policy: further away, one is a slip of the pen.
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public static Option<LocalDate?> Create() => Create("--as-of", "the day judged, as yyyy-MM-dd; today in the firm's zone without it");

    /// <summary><c>--exports-as-of DATE</c>: for files whose days of modification say nothing, as after a copy.</summary>
    public static Option<LocalDate?> CreateForExports() =>
        Create("--exports-as-of", "the day at whose end the files stood, as yyyy-MM-dd; the day on which each was last modified without it, and never later than the day judged");

    /// <summary>Today in the firm's zone.</summary>
    public static LocalDate Today(Policy policy) =>
        SystemClock.Instance.InZone(DateTimeZoneProviders.Tzdb[policy.Clock.Zone]).GetCurrentDate();

    private static Option<LocalDate?> Create(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Day(name, result) };

    private static LocalDate? Day(string option, ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day })
            return day;
        result.AddError($"{option}: '{text}' is not a date of the years {FirstYear} to {LastYear}; write it as yyyy-MM-dd.");
        return null;
    }
}
