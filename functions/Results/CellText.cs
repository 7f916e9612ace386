using System.Globalization;

namespace Plumbline.Functions.Results;

/// <summary>A stored value as text: instants in UTC, numbers without a culture, bytes in base64.</summary>
internal static class CellText
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTimeOffset instant => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture),
        DateTime instant => instant.ToUniversalTime().ToString(Instant, CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        BinaryData bytes => Convert.ToBase64String(bytes),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a table holds no {value.GetType().Name}", nameof(value)),
    };
}
