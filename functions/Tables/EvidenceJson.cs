using System.Text.Json;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>What a finding rests on, as JSON: the values compared, the rows that fail, the remedy, the clock and the readings.</summary>
public static class EvidenceJson
{
    /// <summary>The evidence as a column takes it: where it is too long, without its rows; where it still is, without any text of its facts.</summary>
    public static string Of(Finding finding)
    {
        FailingRows rows = finding.Basis.Rows(finding);
        FailingRows counted = Counted(rows);
        string whole = Of(finding, finding.Values, rows);
        if (whole.Length <= Columns.LongestText)
            return whole;
        string rowless = Of(finding, finding.Values, counted);
        return rowless.Length <= Columns.LongestText ? rowless : Of(finding, [], counted, isBrief: true);
    }

    public static void Write(Utf8JsonWriter json, Finding finding) => Write(json, finding, finding.Values, finding.Basis.Rows(finding));

    private static string Of(Finding finding, IEnumerable<Compared> values, FailingRows rows, bool isBrief = false) =>
        Json.Text(json => Write(json, finding, values, rows, isBrief));

    private static FailingRows Counted(FailingRows rows) => rows with { Keys = [], More = rows.Keys.Length + rows.More };

    private static void Write(Utf8JsonWriter json, Finding finding, IEnumerable<Compared> values, FailingRows rows, bool isBrief = false)
    {
        json.WriteStartObject();
        json.WriteStartObject("compared"u8);
        foreach (Compared value in values)
            Write(json, value);
        json.WriteEndObject();
        Json.WriteRows(json, rows);
        // The remedy has a column of its own, which cuts it.
        json.WriteString("remedy"u8, isBrief ? null : finding.Remedy);
        if (finding.Cause is { } cause)
            Write(json, cause, isBrief ? Counted(cause.Rows) : cause.Rows);
        GroundJson.Write(json, finding.Ground);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Cause cause, FailingRows rows)
    {
        json.WriteStartObject("cause"u8);
        json.WriteString("measure"u8, cause.Terms.Measure);
        json.WriteNumber("findings"u8, cause.Findings.Length);
        json.WriteString("since"u8, cause.Since?.Iso());
        Json.WriteRows(json, rows);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Compared value)
    {
        json.WritePropertyName(value.Name);
        if (value.Number is { } number)
            json.WriteNumberValue(number);
        else if (value.Money is { } money)
            Json.Write(json, money);
        else
            json.WriteStringValue(value.Text ?? value.Day?.Iso());
    }
}
