namespace Plumbline.Functions.Sources;

/// <summary>How much is asked of Graph, and how long it is waited for. Beyond any of these a mailbox is not read, and says so.</summary>
public sealed record GraphLimits
{
    /// <summary>Pages of one mailbox are read one after the other: of the four requests at once that Graph allows a mailbox, one is used.</summary>
    public int MailboxesAtOnce { get; init; } = 16;

    public TimeSpan Mailbox { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan All { get; init; } = TimeSpan.FromMinutes(8);

    public int Tries { get; init; } = 6;

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Who asks for a longer one is left to the next run.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    public int Pages { get; init; } = 500;

    public int EventsAPage { get; init; } = 100;

    public int Events { get; init; } = 50_000;

    public int BytesAPage { get; init; } = 16 << 20;
}
