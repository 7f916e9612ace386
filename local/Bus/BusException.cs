namespace Plumbline.Local.Bus;

/// <summary>The broker refuses a call, in the service's words where it has any.</summary>
internal sealed class BusException(BusError error, string message, Exception? inner = null) : Exception(message, inner)
{
    public BusError Error => error;

    public static BusException NotFound(string path) => new(BusError.NotFound, $"The messaging entity '{path}' could not be found.");

    public static BusException MessageLockLost() => new(
        BusError.MessageLockLost,
        "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue, "
        + "or was received by a different receiver instance.");

    public static BusException SessionLockLost() =>
        new(BusError.SessionLockLost, "The session lock has expired on the MessageSession. Accept a new MessageSession.");

    public static BusException SessionTaken(string session) =>
        new(BusError.SessionCannotBeLocked, $"The requested session '{session}' cannot be accepted. It may be locked by another receiver.");

    public static BusException NoSession() => new(BusError.Timeout, "No session had a message within the time.");

    public static BusException NotScheduled(string entity, long sequence) =>
        new(BusError.MessageNotFound, $"'{entity}' has no scheduled message with the sequence number {sequence}.");

    public static BusException NotDeferred(string path, long sequence) =>
        new(BusError.MessageNotFound, $"'{path}' has no deferred message with the sequence number {sequence}.");

    public static BusException TooLarge(long size) =>
        new(BusError.MessageTooLarge, $"The message has {size} bytes; the largest size is {MessageContent.LargestSize}.");

    public static BusException NeedsSessionId(string entity) =>
        new(
            BusError.NotAllowed,
            $"The SessionId was not set on a message, and it cannot be sent to the entity. '{entity}' requires sessions.");

    public static BusException NeedsSession(string path) =>
        new(
            BusError.NotAllowed,
            $"It is not possible for an entity that requires sessions to create a non-sessionful message receiver: '{path}'.");

    public static BusException HasNoSessions(string path) =>
        new(BusError.NotAllowed, $"A sessionful message receiver cannot be created on an entity that does not require sessions: '{path}'.");

    public static BusException NotImplemented(string what) => new(BusError.NotImplemented, $"This emulator does not implement {what}.");

    public static BusException JournalNotWritten(string path, IOException cause) =>
        new(BusError.QuotaExceeded, $"The journal {path} cannot be written, and nothing was accepted: {cause.Message}", cause);
}
