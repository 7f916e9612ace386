using System.Buffers.Binary;
using NodaTime;

namespace Plumbline.Functions.Runs;

/// <summary>Ids of runs, in the order of time, so that a person who reads the ledger sees which came first: version 7 of RFC 9562, as 32 hex digits.</summary>
internal static class RunId
{
    private const int Version = 7;
    private const int MillisecondBits = 48;

    public static string New(Instant openedAt) => $"{Guid.CreateVersion7(openedAt.ToDateTimeOffset()):N}";

    /// <summary>When the run was opened; null for an id that does not say.</summary>
    public static Instant? OpenedAt(string run)
    {
        if (!Guid.TryParseExact(run, "N", out Guid id) || id.Version != Version)
            return null;
        long milliseconds = BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >>> (64 - MillisecondBits);
        return milliseconds <= Instant.MaxValue.ToUnixTimeMilliseconds() ? Instant.FromUnixTimeMilliseconds(milliseconds) : null;
    }
}
