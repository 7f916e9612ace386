using System.Text.Json.Serialization;

namespace Plumbline.StandIns.Bus;

/// <summary>Something that happened, as the journal keeps it. Locks are not kept: a start lets go of all of them.</summary>
[JsonDerivedType(typeof(Posted), "posted")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Buried), "buried")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(Remembered), "remembered")]
internal abstract record BusEntry;

/// <summary>A letter was accepted for these mailboxes, or lies there as a compaction found it.</summary>
internal sealed record Posted(
    string Entity, long Sequence, DateTimeOffset At, Letter Letter, string[] To, int Deliveries = 0, string? Reason = null, string? Description = null) : BusEntry;

/// <summary>Messages were handed to a receiver: each delivery counts, even one that nobody lives to settle.</summary>
internal sealed record Delivered(string Path, long[] Sequences) : BusEntry;

internal sealed record Settled(string Path, long[] Sequences) : BusEntry;

internal sealed record Buried(string Path, long Sequence, string? Reason, string? Description) : BusEntry;

internal sealed record Cancelled(string Entity, long Sequence) : BusEntry;

/// <summary>What an entity knows beside its messages: the ids of its window and its last number.</summary>
internal sealed record Remembered(string Entity, long LastSequence, Dictionary<string, DateTimeOffset> Ids) : BusEntry;
