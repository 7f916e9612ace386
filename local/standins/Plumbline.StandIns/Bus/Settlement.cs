namespace Plumbline.StandIns.Bus;

/// <summary>What becomes of a message that was received.</summary>
internal sealed record Settlement(BusOperation Operation, string? Reason, string? Description)
{
    public static readonly Settlement Complete = new(BusOperation.Complete, null, null);

    public static readonly Settlement Abandon = new(BusOperation.Abandon, null, null);

    public static Settlement DeadLetter(string? reason, string? description) => new(BusOperation.DeadLetter, reason, description);
}
