using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>The parts of rows that no column can hold, as JSON: failing rows and amounts of several currencies.</summary>
internal static class Json
{
    public static string Text(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter json, Money money)
    {
        json.WriteStartObject();
        json.WriteNumber("minor"u8, money.Minor);
        json.WriteString("currency"u8, money.Currency);
        json.WriteEndObject();
    }

    public static void WriteRows(Utf8JsonWriter json, FailingRows rows)
    {
        json.WriteStartArray("rows"u8);
        foreach (string key in rows.Keys)
            json.WriteStringValue(key);
        json.WriteEndArray();
        if (rows.More == 0)
            return;
        json.WriteNumber("moreRows"u8, rows.More);
        json.WritePropertyName("moneyOfMore"u8);
        Write(json, rows.MoneyOfMore);
    }

    /// <summary>Where their keys are too long for a column, the rows are counted only.</summary>
    public static string Of(FailingRows rows)
    {
        string text = RowsText(rows);
        return text.Length <= Columns.LongestText ? text : RowsText(rows with { Keys = [], More = rows.Keys.Length + rows.More });
    }

    public static string Of(ImmutableArray<Money> amounts) => Text(json => Write(json, amounts));

    public static FailingRows Rows(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement root = json.RootElement;
        ImmutableArray<string> keys = [.. root.GetProperty("rows").EnumerateArray().Select(k => k.GetString() ?? "")];
        return root.TryGetProperty("moreRows", out JsonElement more) ? new(keys, more.GetInt32(), Amounts(root.GetProperty("moneyOfMore"))) : new(keys, 0, []);
    }

    public static ImmutableArray<Money> Amounts(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        return Amounts(json.RootElement);
    }

    private static ImmutableArray<Money> Amounts(JsonElement amounts) =>
        [.. amounts.EnumerateArray().Select(m => new Money(m.GetProperty("minor").GetInt64(), m.GetProperty("currency").GetString() ?? Money.NoCurrency))];

    private static string RowsText(FailingRows rows) => Text(json =>
    {
        json.WriteStartObject();
        WriteRows(json, rows);
        json.WriteEndObject();
    });

    internal static void Write(Utf8JsonWriter json, ImmutableArray<Money> amounts)
    {
        json.WriteStartArray();
        foreach (Money money in amounts)
            Write(json, money);
        json.WriteEndArray();
    }
}
