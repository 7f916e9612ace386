using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plumbline.Local.Bus;

/// <summary>A line of the journal: the entries of one call, as a JSON array.</summary>
internal static class JournalText
{
    // Far from where a number that the broker adds to would overflow.
    private const long LastNumber = long.MaxValue / 2;
    private const int MostDeliveries = int.MaxValue / 2;

    private static readonly JsonSerializerOptions Shape = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write(IReadOnlyList<JournalEntry> entries) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(entries, Shape), JournalLines.End];

    /// <summary>Throws a <see cref="FormatException"/> where the line is not one that <see cref="Write"/> has written.</summary>
    public static IReadOnlyList<JournalEntry> Read(ReadOnlySpan<byte> line)
    {
        try
        {
            JournalEntry?[] entries = JsonSerializer.Deserialize<JournalEntry?[]>(line, Shape) ?? throw new FormatException("it is null");
            return [.. entries.Select(Check)];
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new FormatException(failure.Message, failure);
        }
    }

    private static JournalEntry Check(JournalEntry? entry)
    {
        bool isWhole = entry switch
        {
            Posted posted => posted.Sequence is > 0 and < LastNumber && posted.Deliveries is >= 0 and < MostDeliveries
                && posted.To.All(p => p is not null) && !(posted.Content.TimeToLive < TimeSpan.Zero),
            Remembered remembered => remembered.LastSequence is >= 0 and < LastNumber,
            _ => entry is not null,
        };
        return isWhole && entry is not null ? entry : throw new FormatException("an entry lacks a value or has an impossible one");
    }
}
