using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>Rows as a JSON array, sent page by page: memory does not grow with the table.</summary>
internal sealed class JsonRows(RowPages pages) : IResult
{
    // Read as JSON and as nothing else (nosniff), so that only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using RowPages rows = pages;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, Options);
        json.WriteStartArray();
        while (await rows.NextAsync() is { } page)
        {
            foreach (TableEntity row in page)
                Write(json, row);
            await json.FlushAsync(httpContext.RequestAborted);
            await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TableEntity row)
    {
        json.WriteStartObject();
        foreach (var (column, value) in row.Where(c => StoredRow.IsOurs(c.Key)).OrderBy(c => c.Key, StoredRow.Order))
        {
            json.WritePropertyName(column);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case double number when double.IsFinite(number):
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
