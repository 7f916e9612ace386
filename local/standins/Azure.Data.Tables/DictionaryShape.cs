using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Rows as dictionaries: each value's type is its column's, and annotations restore it.</summary>
internal sealed class DictionaryShape : EntityShape
{
    private const string TypeSuffix = "@odata.type";

    public override void Write(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteStartObject();
        WriteKeys(writer, entity);
        var tally = new RowTally(entity);
        foreach ((string name, object? value) in ((TableEntity)entity).Columns)
        {
            if (value is not null && name is not (TableEntity.Tag or nameof(entity.PartitionKey) or nameof(entity.RowKey) or nameof(entity.Timestamp)))
            {
                WriteColumn(writer, ColumnName.Of(name), value, ref tally);
            }
        }

        writer.WriteEndObject();
        tally.Demand();
    }

    // A type stands beside its value: right before it in what the service writes, and nothing forbids right after.
    public override ITableEntity Read(ref Utf8JsonReader reader)
    {
        var entity = new TableEntity();
        string? typed = null;
        string type = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString() ?? "";
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                (typed, type) = (name[..^TypeSuffix.Length], reader.GetString() ?? "");
                Retype(entity.Columns, typed, type);
            }
            else if (name == TableEntity.Tag || !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                object? value = Value(ref reader, name);
                entity.Columns[name] = name == typed && value is not null ? Typed(type, value) : value;
            }
        }

        return entity;
    }

    private static void Retype(Dictionary<string, object?> columns, string name, string type)
    {
        if (columns.GetValueOrDefault(name) is { } value)
        {
            columns[name] = Typed(type, value);
        }
    }

    private static void WriteColumn(Utf8JsonWriter writer, ColumnName name, object value, ref RowTally tally)
    {
        switch (value)
        {
            case string text: EdmTypes.Text.Write(writer, name, text, ref tally); break;
            case int whole: EdmTypes.Int32.Write(writer, name, whole, ref tally); break;
            case long whole: EdmTypes.Int64.Write(writer, name, whole, ref tally); break;
            case bool truth: EdmTypes.Boolean.Write(writer, name, truth, ref tally); break;
            case double number: EdmTypes.Double.Write(writer, name, number, ref tally); break;
            case DateTimeOffset instant: EdmTypes.Instant.Write(writer, name, instant, ref tally); break;
            case DateTime date: EdmTypes.Date.Write(writer, name, date, ref tally); break;
            case Guid guid: EdmTypes.Guid.Write(writer, name, guid, ref tally); break;
            case byte[] bytes: EdmTypes.Binary.Write(writer, name, bytes, ref tally); break;
            case BinaryData data: EdmTypes.Data.Write(writer, name, data, ref tally); break;
            default: throw new NotSupportedException($"the Table service has no type for {value.GetType()} ({name.Text})");
        }
    }

    private static object Typed(string type, object value) => (type, value) switch
    {
        ("Edm.Int64", string text) => long.Parse(text, CultureInfo.InvariantCulture),
        ("Edm.Int64", int or long) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ("Edm.DateTime", string text) => Instant(text),
        ("Edm.Guid", string text) => Guid.Parse(text),
        ("Edm.Binary", string text) => Convert.FromBase64String(text),
        _ => value,
    };

    private static object? Value(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String when name == nameof(ITableEntity.Timestamp) => reader.GetDateTimeOffset(),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt32(out int whole) => whole,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
