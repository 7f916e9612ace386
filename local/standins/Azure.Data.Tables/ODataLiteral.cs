using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>Values as filters write them.</summary>
internal static class ODataLiteral
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture) + "L",
        double number => Number(number),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset instant => Date(instant.UtcDateTime),
        DateTime date => Date(date.ToUniversalTime()),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        Enum name => $"'{name}'",
        _ => throw new ArgumentException($"Unable to convert argument of type {value.GetType()} to an OData literal."),
    };

    public static string Filter(FormattableString filter)
    {
        object?[] values = filter.GetArguments();
        object[] literals = new object[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            literals[i] = values[i] is Enum ? throw new ArgumentException($"Unable to convert argument {i} from type {values[i]?.GetType()} to an OData literal.") : Of(values[i]);
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Date(DateTime utc) => $"datetime'{utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}'";

    // Without a point or an exponent it would be an Int32, which the service does not match with a Double.
    private static string Number(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny(".EN∞I") ? text : text + ".0";
    }
}
