namespace Plumbline.StandIns.Bus;

/// <summary>The messages of one session in their order, and who holds it. A mailbox without sessions is one lane that nobody holds.</summary>
internal sealed class Lane(string id)
{
    public string Id => id;

    public SortedSet<long> Ready { get; } = [];

    /// <summary>Handed to who holds the session, and not settled.</summary>
    public SortedSet<long> Out { get; } = [];

    public Guid? Token { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    public bool IsIdle => Token == null && Ready.Count == 0 && Out.Count == 0;
}
