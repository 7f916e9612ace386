namespace Plumbline.Local.Bus;

/// <summary>An operation that a client asks for.</summary>
public enum BusOperation
{
    Authorize,
    Attach,
    Send,
    Schedule,
    Cancel,
    Receive,
    Peek,
    Complete,
    Abandon,
    DeadLetter,
    Defer,
    Release,
    RenewLock,
    AcceptSession,
    RenewSessionLock,
}
