using System.Text.Json;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Results;

/// <summary>A finding as JSON, under the names that DESIGN gives it.</summary>
public static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("measure"u8, finding.Measure);
        json.WriteString("account"u8, finding.Account.Value);
        json.WriteString("subject"u8, finding.Subject);
        json.WriteString("occasion"u8, finding.Occasion);
        json.WriteString("verdict"u8, finding.Verdict.Name());
        json.WriteString("reason"u8, finding.Reason);
        json.WriteString("due"u8, finding.Due?.Iso());
        json.WriteString("message"u8, finding.Message);
        json.WritePropertyName("evidence"u8);
        WriteEvidence(json, finding);
        json.WriteEndObject();
    }

    /// <summary>The evidence alone, as the tables keep it.</summary>
    public static void WriteEvidence(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteStartObject("compared"u8);
        foreach (Compared value in finding.Basis.Values(finding))
            Write(json, value);
        json.WriteEndObject();
        Write(json, finding.Basis.Rows(finding));
        json.WriteString("remedy"u8, finding.Basis.Remedy(finding));
        Write(json, finding.Ground);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Compared value)
    {
        json.WritePropertyName(value.Name);
        if (value.Number is { } number)
            json.WriteNumberValue(number);
        else if (value.Money is { } money)
            Write(json, money);
        else
            json.WriteStringValue(value.Text ?? value.Day?.Iso());
    }

    private static void Write(Utf8JsonWriter json, Money money)
    {
        json.WriteStartObject();
        json.WriteNumber("minor"u8, money.Minor);
        json.WriteString("currency"u8, money.Currency);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FailingRows rows)
    {
        json.WriteStartArray("rows"u8);
        foreach (string key in rows.Keys)
            json.WriteStringValue(key);
        json.WriteEndArray();
        if (rows.More == 0)
            return;
        json.WriteNumber("moreRows"u8, rows.More);
        json.WriteStartArray("moneyOfMore"u8);
        foreach (Money money in rows.MoneyOfMore)
            Write(json, money);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Ground ground)
    {
        json.WriteStartObject("clock"u8);
        json.WriteString("zone"u8, ground.Zone);
        json.WriteString("calendar"u8, ground.Calendar);
        json.WriteString("judged"u8, ground.Today.Iso());
        json.WriteEndObject();
        json.WriteStartArray("readings"u8);
        foreach (ReadingUsed reading in ground.Readings)
        {
            json.WriteStartObject();
            json.WriteString("source"u8, reading.Source);
            json.WriteString("hash"u8, reading.Hash);
            json.WriteString("asOf"u8, reading.AsOf?.Iso());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
