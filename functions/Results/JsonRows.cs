using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>Rows as a JSON array; a page as an object with that array, <c>rows</c>, and the continuation, <c>next</c>.</summary>
internal sealed class JsonRows(ResultTable table, bool isPage) : IRowForm
{
    // Read as JSON and as nothing else (nosniff), so that only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool _isFirst = true;

    public void SetHeaders(HttpResponse response) => response.ContentType = "application/json; charset=utf-8";

    public void Begin(IBufferWriter<byte> output) => output.Write(isPage ? """{"rows":["""u8 : "["u8);

    public void Write(TableEntity row, IBufferWriter<byte> output)
    {
        if (!_isFirst)
            output.Write(","u8);
        _isFirst = false;
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        foreach (ResultColumn column in table.Columns)
        {
            json.WritePropertyName(column.Name);
            if (column.Type == ColumnTypes.Json)
                WriteJson(json, column.Value(row));
            else
                Write(json, column.Value(row));
        }
        json.WriteEndObject();
    }

    public void End(string? next, IBufferWriter<byte> output)
    {
        output.Write("]"u8);
        if (!isPage)
            return;
        output.Write(""","next":"""u8);
        using (var json = new Utf8JsonWriter(output, Options))
            json.WriteStringValue(next);
        output.Write("}"u8);
    }

    private static void WriteJson(Utf8JsonWriter json, object? value)
    {
        if (value is string { Length: > 0 } text)
            json.WriteRawValue(text);
        else
            json.WriteNullValue();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteStringValue(CellText.Of(value));
                break;
        }
    }
}
