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
        json.WriteString(Names.Measure, finding.Measure);
        json.WriteString(Names.Account, finding.Account.Value);
        json.WriteString(Names.Subject, finding.Subject);
        json.WriteString(Names.Occasion, finding.Occasion);
        json.WriteString(Names.Verdict, finding.Verdict.Name());
        json.WriteString(Names.Reason, finding.Reason);
        json.WriteString(Names.Due, finding.Due?.Iso());
        json.WriteString(Names.Severity, Severities[(int)severity]);
        json.WriteString(Names.Owner, owner);
        json.WriteString(Names.Message, finding.Message);
        json.WritePropertyName(Names.Evidence);
        EvidenceJson.Write(json, finding);
        json.WriteEndObject();
    }

    // Encoded once: a large firm has a million findings.
    private static class Names
    {
        public static readonly JsonEncodedText Measure = JsonEncodedText.Encode("measure");
        public static readonly JsonEncodedText Account = JsonEncodedText.Encode("account");
        public static readonly JsonEncodedText Subject = JsonEncodedText.Encode("subject");
        public static readonly JsonEncodedText Occasion = JsonEncodedText.Encode("occasion");
        public static readonly JsonEncodedText Verdict = JsonEncodedText.Encode("verdict");
        public static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
        public static readonly JsonEncodedText Due = JsonEncodedText.Encode("due");
        public static readonly JsonEncodedText Severity = JsonEncodedText.Encode("severity");
        public static readonly JsonEncodedText Owner = JsonEncodedText.Encode("owner");
        public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
        public static readonly JsonEncodedText Evidence = JsonEncodedText.Encode("evidence");
    }
}
