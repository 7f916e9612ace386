using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>For programs: one JSON array of every finding that differs, streamed.</summary>
internal sealed class DifferencesJson : IDifferencesWriter
{
    private const int FlushedAt = 1 << 16;

    private readonly Utf8JsonWriter _json;

    public DifferencesJson(Stream output)
    {
        _json = new(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartArray();
    }

    public void Write(Difference difference)
    {
        Finding finding = difference.Finding;
        _json.WriteStartObject();
        _json.WriteString("measure"u8, finding.Measure);
        _json.WriteString("account"u8, finding.Account.Value);
        _json.WriteString("subject"u8, finding.Subject);
        _json.WriteString("occasion"u8, finding.Occasion);
        _json.WriteString("was"u8, difference.Was);
        _json.WriteString("becomes"u8, difference.Becomes);
        _json.WriteString("message"u8, finding.Message);
        _json.WriteEndObject();
        if (_json.BytesPending > FlushedAt)
            _json.Flush();
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();
}
