using System.Text.Json;
using Plumbline.Domain.Findings;

namespace Plumbline.Ingest.Findings;

/// <summary>A finding's evidence as JSON: the values compared, the rows that fail, the remedy, the clock and the readings.</summary>
public static class EvidenceJson
{
    public static void Write(Utf8JsonWriter json, Finding finding, EvidenceDetail detail = EvidenceDetail.Whole)
    {
        bool isBrief = detail == EvidenceDetail.Brief;
        json.WriteStartObject();
        json.WriteStartObject("compared"u8);
        foreach (Compared value in isBrief ? [] : finding.Values)
            Write(json, value);
        json.WriteEndObject();
        RowsJson.Write(json, Shown(finding.Basis.Rows(finding), isCounted: detail != EvidenceDetail.Whole));
        // The remedy has a column of its own, which cuts it.
        json.WriteString("remedy"u8, isBrief ? null : finding.Remedy);
        if (finding.Cause is { } cause)
            Write(json, cause, Shown(cause.Rows, isCounted: isBrief));
        GroundJson.Write(json, finding.Ground);
        json.WriteEndObject();
    }

    private static FailingRows Shown(FailingRows rows, bool isCounted) => isCounted ? rows with { Keys = [], More = rows.Keys.Length + rows.More } : rows;

    private static void Write(Utf8JsonWriter json, Cause cause, FailingRows rows)
    {
        json.WriteStartObject("cause"u8);
        json.WriteString("measure"u8, cause.Terms.Measure);
        json.WriteNumber("findings"u8, cause.Findings.Length);
        json.WriteString("since"u8, cause.Since?.Iso());
        RowsJson.Write(json, rows);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Compared value)
    {
        json.WritePropertyName(value.Name);
        if (value.Number is { } number)
            json.WriteNumberValue(number);
        else if (value.Money is { } money)
            RowsJson.Write(json, money);
        else
            json.WriteStringValue(value.Text ?? value.Day?.Iso());
    }
}
