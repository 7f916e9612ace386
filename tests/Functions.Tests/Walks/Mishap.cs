using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>What becomes of one call to the tables or the bus.</summary>
internal enum Mishap
{
    None,

    /// <summary>The host is gone before the call goes out.</summary>
    Dies,

    /// <summary>The host is gone once the call is done, before it learns of it.</summary>
    DiesAnswered,

    /// <summary>Refused with 503, or by a bus that is busy.</summary>
    Busy,

    /// <summary>Refused with 429.</summary>
    Throttled,

    /// <summary>Refused with 412: somebody else has written.</summary>
    Changed,

    /// <summary>Done, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>It takes longer than any lock lasts.</summary>
    Slow,

    /// <summary>The bus has given the message to somebody else.</summary>
    LockLost,
}

/// <summary>One call to the tables or the bus, from one on among those of its host.</summary>
/// <param name="Operation">Of the bus; null for the tables.</param>
/// <param name="IsBatch">Whether it is a transaction of a table, which alone is written against versions.</param>
internal sealed record Call(int Number, BusOperation? Operation, bool IsBatch)
{
    public bool Suits(Mishap mishap) => mishap switch
    {
        Mishap.Dies or Mishap.DiesAnswered or Mishap.Busy or Mishap.AnswerLost => true,
        Mishap.Throttled => Operation is null,
        Mishap.Changed => IsBatch,
        Mishap.Slow => Operation is not null,
        _ => Operation is BusOperation.Complete,
    };
}
