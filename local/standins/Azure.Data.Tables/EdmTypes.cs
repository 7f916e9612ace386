using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>The service's types, and the .NET types that may stand for them.</summary>
internal static class EdmTypes
{
    public static readonly EdmType<string> Text = new(null, static v => (2 * v.Length) + 4, WriteText, static (ref r) => r.GetString() ?? "");
    public static readonly EdmType<bool> Boolean = new(null, static _ => 1, static (w, v) => w.WriteBooleanValue(v), static (ref r) => r.GetBoolean());
    public static readonly EdmType<int> Int32 = new(null, static _ => 4, static (w, v) => w.WriteNumberValue(v), static (ref r) => r.GetInt32());
    public static readonly EdmType<long> Int64 = new("Edm.Int64", static _ => 8, WriteInt64, ReadInt64);
    public static readonly EdmType<double> Double = new("Edm.Double", static _ => 8, WriteDouble, ReadDouble);
    public static readonly EdmType<Guid> Guid = new("Edm.Guid", static _ => 16, static (w, v) => w.WriteStringValue(v), static (ref r) => r.GetGuid());
    public static readonly EdmType<byte[]> Binary = new("Edm.Binary", static v => v.Length + 4, static (w, v) => WriteBinary(w, v), static (ref r) => r.GetBytesFromBase64());
    public static readonly EdmType<BinaryData> Data = new("Edm.Binary", static v => v.ToMemory().Length + 4, static (w, v) => WriteBinary(w, v), static (ref r) => new BinaryData(r.GetBytesFromBase64()));
    public static readonly EdmType<DateTime> Date = new("Edm.DateTime", static _ => 8, static (w, v) => w.WriteStringValue(EntityLaws.Storable(v)), static (ref r) => r.GetDateTimeOffset().UtcDateTime);
    public static readonly EdmType<DateTimeOffset> Instant = new("Edm.DateTime", static _ => 8, static (w, v) => w.WriteStringValue(EntityLaws.Storable(v.UtcDateTime)), static (ref r) => r.GetDateTimeOffset());

    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = Text,
        [typeof(bool)] = Boolean,
        [typeof(int)] = Int32,
        [typeof(long)] = Int64,
        [typeof(double)] = Double,
        [typeof(Guid)] = Guid,
        [typeof(byte[])] = Binary,
        [typeof(BinaryData)] = Data,
        [typeof(DateTime)] = Date,
        [typeof(DateTimeOffset)] = Instant,
    };

    public static EdmType<TValue> Of<TValue>()
    {
        Type type = typeof(TValue);
        object? known = Known.GetValueOrDefault(type)
            ?? (type.IsEnum ? Made(nameof(OfEnum), type) : Nullable.GetUnderlyingType(type) is { } inner ? Made(nameof(OfNullable), inner) : null);
        return known as EdmType<TValue> ?? throw new NotSupportedException($"the Table service has no type for {type}");
    }

    private static object? Made(string method, Type type) =>
        typeof(EdmTypes).GetMethod(method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)?.MakeGenericMethod(type).Invoke(null, null);

    private static EdmType<TEnum> OfEnum<TEnum>()
        where TEnum : struct, Enum =>
        new(null, static v => (2 * v.ToString().Length) + 4, static (w, v) => w.WriteStringValue(v.ToString()), static (ref r) => Enum.Parse<TEnum>(r.GetString() ?? ""));

    private static EdmType<TValue?> OfNullable<TValue>()
        where TValue : struct
    {
        EdmType<TValue> inner = Of<TValue>();
        return new(inner.Annotation, v => inner.Size(v.GetValueOrDefault()), (w, v) => inner.Put(w, v.GetValueOrDefault()), (ref r) => inner.Take(ref r));
    }

    private static void WriteText(Utf8JsonWriter writer, string value) =>
        writer.WriteStringValue(value.Length <= EntityLaws.LongestText ? value : throw TableFault.PropertyValueTooLarge());

    private static void WriteBinary(Utf8JsonWriter writer, ReadOnlySpan<byte> value) =>
        writer.WriteBase64StringValue(value.Length <= 2 * EntityLaws.LongestText ? value : throw TableFault.PropertyValueTooLarge());

    // JSON numbers lose whole numbers above 2^53 on the way, so the protocol writes them as text.
    private static void WriteInt64(Utf8JsonWriter writer, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(value, digits, out int length);
        writer.WriteStringValue(digits[..length]);
    }

    private static long ReadInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt64()
        : !reader.ValueIsEscaped && Utf8Parser.TryParse(reader.ValueSpan, out long value, out int used) && used == reader.ValueSpan.Length ? value
        : long.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture);

    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static double ReadDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : double.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture);
}
