using System.Text.Json;

namespace Azure.Data.Tables;

internal delegate TValue EdmRead<TValue>(ref Utf8JsonReader reader);

/// <summary>How a .NET type travels: its annotation, where the JSON alone does not tell the type, both directions, and the bytes it takes in a row.</summary>
internal sealed record EdmType<TValue>(string? Annotation, Func<TValue, int> Size, Action<Utf8JsonWriter, TValue> Put, EdmRead<TValue> Take)
{
    private readonly JsonEncodedText? encoded = Annotation is null ? null : JsonEncodedText.Encode(Annotation);

    public void Write(Utf8JsonWriter writer, ColumnName name, TValue value, ref RowTally tally)
    {
        tally.Add(name, Size(value));
        if (encoded is { } annotation)
        {
            writer.WriteString(name.Type, annotation);
        }

        writer.WritePropertyName(name.Text);
        Put(writer, value);
    }
}
