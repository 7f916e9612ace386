using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Ingest.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>JSON as the columns of rows hold it: evidence, failing rows and amounts of several currencies, never longer than a column may be.</summary>
internal static class Json
{
    /// <summary>Where the evidence is too long, its rows are counted only; where it still is, no text of its facts is written.</summary>
    public static string Of(Finding finding)
    {
        string whole = Text(json => EvidenceJson.Write(json, finding));
        if (whole.Length <= Columns.LongestText)
            return whole;
        string counted = Text(json => EvidenceJson.Write(json, finding, EvidenceDetail.CountedRows));
        return counted.Length <= Columns.LongestText ? counted : Text(json => EvidenceJson.Write(json, finding, EvidenceDetail.Brief));
    }

    /// <summary>Where their keys are too long for a column, the rows are counted only.</summary>
    public static string Of(FailingRows rows)
    {
        string text = RowsText(rows);
        return text.Length <= Columns.LongestText ? text : RowsText(rows with { Keys = [], More = rows.Keys.Length + rows.More });
    }

    public static string Of(ImmutableArray<Money> amounts) => Text(json => RowsJson.Write(json, amounts));

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
        RowsJson.Write(json, rows);
        json.WriteEndObject();
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
