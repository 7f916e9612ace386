using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Ingest.Findings;

/// <summary>Failing rows, and amounts of several currencies, as JSON.</summary>
public static class RowsJson
{
    /// <summary>The rows as properties of an object that is open already.</summary>
    public static void Write(Utf8JsonWriter json, FailingRows rows)
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

    public static void Write(Utf8JsonWriter json, ImmutableArray<Money> amounts)
    {
        json.WriteStartArray();
        foreach (Money money in amounts)
            Write(json, money);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Money money)
    {
        json.WriteStartObject();
        json.WriteNumber("minor"u8, money.Minor);
        json.WriteString("currency"u8, money.Currency);
        json.WriteEndObject();
    }
}
