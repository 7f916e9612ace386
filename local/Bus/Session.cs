namespace Plumbline.Local.Bus;

/// <summary>
/// The messages of one session in order, and its lock. A mailbox without sessions has a single session that is never locked.
/// </summary>
internal sealed class Session(string id)
{
    public string Id => id;

    /// <summary>Sequence numbers that can be delivered.</summary>
    public SortedSet<long> Ready { get; } = [];

    /// <summary>Sequence numbers that the session's receiver holds.</summary>
    public SortedSet<long> Locked { get; } = [];

    public Guid? LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    public bool IsIdle => LockToken is null && Ready.Count == 0 && Locked.Count == 0;
}

/// <summary>Proof that a receiver holds a session.</summary>
internal sealed record SessionLock(string SessionId, Guid Token, DateTimeOffset LockedUntil);
