using System.Globalization;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Numbers as policies write them: <c>75</c>, <c>8.5</c>, and <c>10 %</c> where a share is meant.</summary>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private const decimal Largest = 1_000_000_000_000m;

    public static decimal? Read(Text text, FaultList faults)
    {
        if (Parse(text.Value) is { } number)
            return number;
        faults.Add(text.At, $"{Quote.Of(text.Value)} is no number", Meant(text.Value, ""));
        return null;
    }

    /// <summary>More than none and at most the whole.</summary>
    public static decimal? Percent(Text text, FaultList faults)
    {
        if (text.Value.EndsWith('%') && Parse(text.Value[..^1].TrimEnd()) is { } share)
        {
            if (share is > 0 and <= 100)
                return share;
            faults.Add(text.At, $"{Quote.Of(text.Value)} is no share: it lies above 0 % and reaches 100 % at most");
            return null;
        }
        faults.Add(text.At, $"{Quote.Of(text.Value)} is no percentage", Meant(text.Value, " %"));
        return null;
    }

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    public static decimal? Parse(string text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) <= Largest ? number : null;

    /// <summary>A comma for a point, a percent sign too many or too few.</summary>
    private static string? Meant(string written, string unit)
    {
        string bare = written.Replace("per cent", "", StringComparison.OrdinalIgnoreCase).TrimEnd('%', ' ').Replace(',', '.');
        return Parse(bare) is null ? null : bare + unit;
    }
}
