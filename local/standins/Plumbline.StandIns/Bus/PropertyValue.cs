using System.Globalization;
using System.Runtime.Serialization;

namespace Plumbline.StandIns.Bus;

/// <summary>An application property as text that keeps its type, such as <c>Int32:5</c>; the types are those that a message may carry.</summary>
internal static class PropertyValue
{
    public static string Write(object value) => $"{value.GetType().Name}:" + value switch
    {
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        string or bool or char or Guid or TimeSpan or Uri or decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ when value.GetType().IsPrimitive => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => throw new SerializationException($"A message cannot carry an application property of type {value.GetType().FullName}."),
    };

    public static object Read(string written)
    {
        var (type, text) = (written[..written.IndexOf(':', StringComparison.Ordinal)], written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return type switch
        {
            nameof(DateTime) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            nameof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            nameof(Guid) => Guid.Parse(text),
            nameof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            nameof(Uri) => new Uri(text, UriKind.RelativeOrAbsolute),
            _ => Convert.ChangeType(text, Enum.Parse<TypeCode>(type), CultureInfo.InvariantCulture),
        };
    }
}
