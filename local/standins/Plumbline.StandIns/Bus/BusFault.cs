using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>The broker's refusals, in the service's words.</summary>
internal static class BusFault
{
    public static ServiceBusException NotFound(string path) =>
        new($"The messaging entity '{path}' could not be found.", ServiceBusFailureReason.MessagingEntityNotFound, path);

    public static ServiceBusException LockLost(string path) => new(
        "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue, or was received by a different receiver instance.",
        ServiceBusFailureReason.MessageLockLost, path);

    public static ServiceBusException SessionLost(string path) =>
        new("The session lock has expired on the MessageSession. Accept a new MessageSession.", ServiceBusFailureReason.SessionLockLost, path);

    public static ServiceBusException SessionTaken(string path, string session) =>
        new($"The requested session '{session}' cannot be accepted. It may be locked by another receiver.", ServiceBusFailureReason.SessionCannotBeLocked, path);

    public static ServiceBusException NoSession(string path) =>
        new("No session had a message within the time.", ServiceBusFailureReason.ServiceTimeout, path);

    public static ServiceBusException NotScheduled(string path, long sequence) =>
        new($"No scheduled message has the sequence number {sequence}.", ServiceBusFailureReason.MessageNotFound, path);

    public static ServiceBusException TooLarge(string path, long size) => new(
        $"The message has {size} bytes, and the most is {Letter.LargestSize}.", ServiceBusFailureReason.MessageSizeExceeded, path);

    public static InvalidOperationException NeedsSessionId(string path) =>
        new($"The SessionId was not set on a message, and it cannot be sent to the entity '{path}': it has session support enabled.");

    public static InvalidOperationException NeedsSession(string path) =>
        new($"It is not possible for an entity that requires sessions to create a non-sessionful message receiver: '{path}'.");

    public static InvalidOperationException HasNoSessions(string path) =>
        new($"A sessionful message receiver cannot be created on an entity that does not require sessions: '{path}'.");
}
