namespace Plumbline.StandIns.Bus;

/// <summary>What a client asks of the broker.</summary>
internal enum BusOperation
{
    Send,
    Schedule,
    Cancel,
    Receive,
    Peek,
    Complete,
    Abandon,
    DeadLetter,
    Renew,
    Accept,
}
