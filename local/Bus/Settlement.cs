namespace Plumbline.Local.Bus;

/// <summary>How a receiver settles a message that it holds.</summary>
internal sealed record Settlement(BusOperation Operation, string? Reason = null, string? Description = null)
{
    public static readonly Settlement Complete = new(BusOperation.Complete);

    public static readonly Settlement Abandon = new(BusOperation.Abandon);

    public static readonly Settlement Defer = new(BusOperation.Defer);

    /// <summary>The message is given back unread: the delivery is not counted.</summary>
    public static readonly Settlement Release = new(BusOperation.Release);

    public static Settlement DeadLetter(string? reason, string? description) => new(BusOperation.DeadLetter, reason, description);
}
