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

    public static Option<LocalDate> Create(bool required) =>
        new("--as-of") { Description = "the day judged, as yyyy-MM-dd", Required = required, CustomParser = Day };

    /// <summary>Today in the firm's zone.</summary>
    public static LocalDate Today(Policy policy) =>
        SystemClock.Instance.InZone(DateTimeZoneProviders.Tzdb[policy.Clock.Zone]).GetCurrentDate();

    private static LocalDate Day(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day })
            return day;
        result.AddError($"--as-of: '{text}' is not a date of the years {FirstYear} to {LastYear}; write it as yyyy-MM-dd.");
        return default;
    }
}
