namespace Plumbline.Local.Bus;

/// <summary>A message as its sender encoded it, with the fields that the broker needs to keep it.</summary>
internal sealed record MessageContent(
    byte[] Bytes, string? MessageId = null, string? SessionId = null, TimeSpan? TimeToLive = null, DateTimeOffset? EnqueueAt = null)
{
    /// <summary>Of a message or of a batch of them, in bytes as encoded: the Standard tier's limit.</summary>
    public const int LargestSize = 256 * 1024;
}
