namespace Plumbline.Functions.Tests.Walks;

/// <summary>What becomes of one call to a service.</summary>
internal enum Mishap
{
    None,

    /// <summary>The host is gone before the call goes out.</summary>
    Dies,

    /// <summary>The host is gone once the call is done, before it learns of it.</summary>
    DiesAnswered,

    /// <summary>Storage answers 503; the bus has no answer in time.</summary>
    Busy,

    /// <summary>The bus asks to be left alone for ten seconds, which the client does.</summary>
    ServerBusy,

    /// <summary>Storage answers 429.</summary>
    Throttled,

    /// <summary>A table answers 412: somebody else has written.</summary>
    Changed,

    /// <summary>The connection breaks before the call is done.</summary>
    Dropped,

    /// <summary>Done, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>It takes longer than any lock of the bus lasts.</summary>
    Slow,

    /// <summary>The queue has given the message to somebody else.</summary>
    ReceiptLost,
}

/// <summary>The services that a host calls.</summary>
internal enum Service
{
    Tables,
    Queue,
    Blobs,
    Bus,
}

/// <summary>One call to a service, numbered from one among those of its host.</summary>
/// <param name="IsBatch">Whether it is a transaction of a table, which alone is written against versions.</param>
/// <param name="IsDelete">Whether it deletes, as a queue does with a message that is done.</param>
internal sealed record Call(int Number, Service Service, bool IsBatch = false, bool IsDelete = false)
{
    public bool Suits(Mishap mishap) => mishap switch
    {
        Mishap.Dies or Mishap.DiesAnswered or Mishap.Busy or Mishap.Dropped or Mishap.AnswerLost => true,
        Mishap.Throttled => Service != Service.Bus,
        Mishap.Changed => IsBatch,
        Mishap.Slow or Mishap.ServerBusy => Service == Service.Bus,
        _ => Service == Service.Queue && IsDelete,
    };
}
