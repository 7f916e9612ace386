namespace Plumbline.Local.Bus;

/// <summary>What a client asks of the emulator.</summary>
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
