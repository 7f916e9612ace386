using System.Text.Json.Serialization;

namespace Plumbline.Local.Bus;

/// <summary>An event of the broker as the journal keeps it. Locks are not kept: a restart ends all of them.</summary>
[JsonDerivedType(typeof(Posted), "posted")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(GivenBack), "given-back")]
[JsonDerivedType(typeof(Deferred), "deferred")]
[JsonDerivedType(typeof(Removed), "removed")]
[JsonDerivedType(typeof(DeadLettered), "dead-lettered")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Remembered), "remembered")]
internal abstract record JournalEntry;

/// <summary>A message was accepted for these mailboxes, or lies in one when the journal is rewritten.</summary>
internal sealed record Posted(string Entity, long Sequence, DateTimeOffset At, MessageContent Content, string[] To) : JournalEntry
{
    public int Deliveries { get; init; }

    public string? Reason { get; init; }

    public string? Description { get; init; }

    public bool IsDeferred { get; init; }
}

/// <summary>Messages were handed to a receiver. Each delivery counts, even when the receiver ends before it settles.</summary>
internal sealed record Delivered(string Path, long[] Sequences) : JournalEntry;

/// <summary>The receiver gave messages back unread: those deliveries do not count.</summary>
internal sealed record GivenBack(string Path, long[] Sequences) : JournalEntry;

internal sealed record Deferred(string Path, long Sequence) : JournalEntry;

internal sealed record Removed(string Path, long[] Sequences) : JournalEntry;

internal sealed record DeadLettered(string Path, long Sequence, string? Reason = null, string? Description = null) : JournalEntry;

internal sealed record Cancelled(string Entity, long Sequence) : JournalEntry;

/// <summary>An entity's last sequence number and some of the ids in its duplicate window.</summary>
internal sealed record Remembered(string Entity, long LastSequence, Dictionary<string, DateTimeOffset> Ids) : JournalEntry;
