using System.Text.Json;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>Reads {"value":[..]}, the body of every query.</summary>
internal static class PageReader
{
    private delegate T ReadItem<T>(ref Utf8JsonReader reader);

    public static Page<T> Entities<T>(Response response)
        where T : class, ITableEntity
    {
        EntityShape shape = EntityShape.Of(typeof(T));
        List<T> rows = Items(response, (ref Utf8JsonReader reader) => (T)shape.Read(ref reader));
        return Page<T>.FromValues(rows, Token(response, "x-ms-continuation-NextPartitionKey", "x-ms-continuation-NextRowKey"), response);
    }

    public static Page<TableItem> Tables(Response response) =>
        Page<TableItem>.FromValues(Items(response, ReadTable), Header(response, "x-ms-continuation-NextTableName"), response);

    private static List<T> Items<T>(Response response, ReadItem<T> read)
    {
        var items = new List<T>();
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool rows = reader.ValueTextEquals("value"u8);
            reader.Read();
            while (rows && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                items.Add(read(ref reader));
            }
        }

        return items;
    }

    private static TableItem ReadTable(ref Utf8JsonReader reader)
    {
        string name = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool named = reader.ValueTextEquals("TableName"u8);
            reader.Read();
            name = named ? reader.GetString() ?? "" : name;
        }

        return new TableItem(name);
    }

    private static string? Token(Response response, string partition, string row) =>
        Header(response, partition) is { } next ? $"{next} {Header(response, row)}" : null;

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out string? value) ? value : null;
}
