using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Functions.Bus;

/// <summary>An event as CloudEvents 1.0 writes it, as structured JSON.</summary>
/// <param name="Id">With the source it is unique: the same event sent again has the same.</param>
/// <param name="Subject">Whom it is about.</param>
public sealed record CloudEvent(string Id, string Type, string Subject, Instant Time)
{
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    private const string Source = "/plumbline";

    // The body is UTF-8 and is read as JSON, never as part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="data">Writes the value of <c>data</c>.</param>
    public BinaryData Body(Action<Utf8JsonWriter> data)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("specversion"u8, "1.0");
            json.WriteString("id"u8, Id);
            json.WriteString("source"u8, Source);
            json.WriteString("type"u8, Type);
            json.WriteString("subject"u8, Subject);
            json.WriteString("time"u8, InstantPattern.ExtendedIso.Format(Time));
            json.WriteString("datacontenttype"u8, "application/json");
            json.WritePropertyName("data"u8);
            data(json);
            json.WriteEndObject();
        }
        return BinaryData.FromBytes(bytes.WrittenMemory);
    }
}
