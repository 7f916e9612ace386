namespace Plumbline.Local.Bus;

/// <summary>An interceptor's decision about a call.</summary>
public abstract record BusFault
{
    private protected BusFault()
    {
    }

    /// <summary>Nothing: the call goes on.</summary>
    public static BusFault None { get; } = new Passed();

    /// <summary>Ends the client's connection without a word. Before the call nothing is stored; after it everything is.</summary>
    public static BusFault Drop { get; } = new Dropped();

    /// <summary>The client is never answered. Before the call nothing is stored; after it everything is.</summary>
    public static BusFault Silence { get; } = new Silent();

    /// <summary>Answers with this error.</summary>
    public static BusFault Reject(BusError error, string message = "an interceptor rejected the call") => new Refused(error, message);

    /// <summary>Ends the client's link with this error in place of an answer.</summary>
    public static BusFault Detach(BusError error, string message = "an interceptor detached the link") => new Detached(error, message);

    internal sealed record Passed : BusFault;

    internal sealed record Dropped : BusFault;

    internal sealed record Silent : BusFault;

    internal sealed record Refused(BusError Error, string Message) : BusFault;

    internal sealed record Detached(BusError Error, string Message) : BusFault;
}
