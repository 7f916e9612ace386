namespace Plumbline.Local.Bus;

/// <summary>A receiver of a queue or subscription, or of one of its sessions. It is told when there may be something to receive.</summary>
internal sealed class Reader(string path, SessionLock? session, Action changed)
{
    public string Path => path;

    public SessionLock? Session => session;

    /// <summary>Called outside the broker's lock by whoever changed something; it must return at once.</summary>
    public Action Changed => changed;
}

/// <summary>A message as it is handed to a receiver or shown to one that peeks.</summary>
internal sealed record ReceivedMessage(
    StoredMessage Message, int Deliveries, Guid LockToken, DateTimeOffset LockedUntil, MessageState State)
{
    public static ReceivedMessage From(StoredMessage message) =>
        new(message, message.Deliveries, message.LockToken ?? Guid.Empty, message.LockedUntil, message.State);
}
