using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Plumbline.Domain.Findings;

namespace Plumbline.Ingest.Findings;

/// <summary>The clock and the readings that a finding stands on, as JSON. Thousands of findings stand on the same ground: it is written once.</summary>
internal static class GroundJson
{
    private static readonly ConditionalWeakTable<Ground, Parts> Written = [];

    public static void Write(Utf8JsonWriter json, Ground ground)
    {
        Parts parts = Written.GetValue(ground, static each => new(Bytes(each, Clock), Bytes(each, Readings)));
        json.WritePropertyName("clock"u8);
        json.WriteRawValue(parts.Clock, skipInputValidation: true);
        json.WritePropertyName("readings"u8);
        json.WriteRawValue(parts.Readings, skipInputValidation: true);
    }

    private static void Clock(Utf8JsonWriter json, Ground ground)
    {
        json.WriteStartObject();
        json.WriteString("zone"u8, ground.Zone);
        json.WriteString("calendar"u8, ground.Calendar);
        json.WriteString("judged"u8, ground.Today.Iso());
        json.WriteEndObject();
    }

    private static void Readings(Utf8JsonWriter json, Ground ground)
    {
        json.WriteStartArray();
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

    private static byte[] Bytes(Ground ground, Action<Utf8JsonWriter, Ground> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            write(json, ground);
        return bytes.WrittenSpan.ToArray();
    }

    private sealed record Parts(byte[] Clock, byte[] Readings);
}
