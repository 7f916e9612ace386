namespace Plumbline.Local.Bus;

/// <summary>Why the emulator refuses a call.</summary>
public enum BusError
{
    /// <summary>Clients see a general error, which they retry.</summary>
    Internal,
    Timeout,
    NotFound,
    NotImplemented,
    NotAllowed,
    Unauthorized,
    ServerBusy,
    Argument,
    ArgumentOutOfRange,
    EntityDisabled,
    EntityAlreadyExists,
    MessageLockLost,
    SessionLockLost,
    MessageNotFound,
    SessionCannotBeLocked,
    QuotaExceeded,
    MessageTooLarge,
}
