using System.Text.Json;
using Plumbline.Domain.Findings;

namespace Plumbline.Ingest.Findings;

/// <summary>A finding as JSON, under the names that DESIGN gives it.</summary>
public static class FindingJson
{
    private static readonly string[] Severities = [.. Enum.GetNames<Severity>().Select(s => s.ToLowerInvariant())];

    /// <param name="owner">Who answers for it, by the id of the register or as the firm names who does; null where nobody does.</param>
    public static void Write(Utf8JsonWriter json, Finding finding, Severity severity, string? owner)
    {
        json.WriteStartObject();
        json.WriteString("measure"u8, finding.Measure);
        json.WriteString("account"u8, finding.Account.Value);
        json.WriteString("subject"u8, finding.Subject);
        json.WriteString("occasion"u8, finding.Occasion);
        json.WriteString("verdict"u8, finding.Verdict.Name());
        json.WriteString("reason"u8, finding.Reason);
        json.WriteString("due"u8, finding.Due?.Iso());
        json.WriteString("severity"u8, Severities[(int)severity]);
        json.WriteString("owner"u8, owner);
        json.WriteString("message"u8, finding.Message);
        json.WritePropertyName("evidence"u8);
        EvidenceJson.Write(json, finding);
        json.WriteEndObject();
    }
}
