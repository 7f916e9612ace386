using System.Text;
using System.Text.Json;

namespace Plumbline.Functions.Tables;

/// <summary>
/// How the service reckons the size of a row: so many bytes for the row and for each column, two a character, and a value by its type.
/// </summary>
internal static class EntitySize
{
    public const int Most = 1 << 20;

    public const int OfRow = 4;

    private const int OfColumn = 8;
    private const int OfLength = 4;

    public static int OfKey(string key) => 2 * key.Length;

    /// <param name="type">As the annotation beside the value says; null where there is none.</param>
    public static int Of(string name, in Utf8JsonReader value, string? type) => OfColumn + (2 * name.Length) + OfValue(value, type);

    private static int OfValue(in Utf8JsonReader value, string? type) => (value.TokenType, type) switch
    {
        (JsonTokenType.True or JsonTokenType.False, _) => 1,
        (JsonTokenType.Number, null) => value.TryGetInt32(out _) ? 4 : 8,
        (JsonTokenType.Number, _) or (_, "Edm.Int64" or "Edm.DateTime" or "Edm.Double") => 8,
        (_, "Edm.Guid") => 16,
        (_, "Edm.Binary") => OfLength + value.GetBytesFromBase64().Length,
        _ => OfLength + (2 * (value.ValueIsEscaped ? (value.GetString() ?? "").Length : Encoding.UTF8.GetCharCount(value.ValueSpan))),
    };
}
