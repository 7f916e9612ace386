using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>What somebody answered to an invitation, the least certain first. Who organises has accepted.</summary>
public enum Answer
{
    /// <summary>This copy does not show it: an attendee's copy shows that attendee's own answer and no other.</summary>
    NotShown,
    None,
    Tentative,
    Declined,
    Accepted,
}

/// <summary>Somebody invited, or who organises.</summary>
public sealed record Attendee(Party Who, Answer Answer)
{
    public bool IsOrganiser { get; init; }

    /// <summary>A room is never present, however it was invited.</summary>
    public bool IsRoom { get; init; }

    /// <summary>Whether the entry has no e-mail address, so that nobody can tell who it is.</summary>
    public bool IsUnnamed { get; init; }

    public bool IsSomebody => !IsRoom && !IsUnnamed;
}

/// <summary>A meeting as one mailbox shows it. It is held in memory only; of it nothing is kept but what it is recognised as.</summary>
/// <param name="Uid">A hash of the iCalUId, which every mailbox that shows the meeting has in common. Some exports give all meetings of a series the same.</param>
/// <param name="Start">When it begins; of an all-day meeting midnight UTC of its first day.</param>
/// <param name="On">The firm's day on which it begins.</param>
/// <param name="EndsOn">The last of the firm's days that it touches.</param>
public sealed record Meeting(string Uid, Instant Start, LocalDate On, LocalDate EndsOn)
{
    private const char BeforeStart = '@';

    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm'Z'");

    /// <summary>What makes it one meeting in several mailboxes: the same uid and the same start.</summary>
    public string Id => $"{Uid}{BeforeStart}{Minute.Format(Start)}";

    /// <summary>The <see cref="Uid"/> within the <see cref="Id"/> of a meeting.</summary>
    public static string UidOf(string id) => id.IndexOf(BeforeStart, StringComparison.Ordinal) is >= 0 and var at ? id[..at] : id;

    /// <summary>Whose mailbox shows it; null where the register does not know.</summary>
    public PersonId? Mailbox { get; init; }

    /// <summary>Whether it is the organiser's own copy, the one that knows who answered what.</summary>
    public bool IsOrganisers { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>In lower case.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Null where its owner keeps it to themselves.</summary>
    public string? Title { get; init; }

    /// <summary>Everybody once, who organises among them, and rooms.</summary>
    public ImmutableArray<Attendee> Attendees { get; init; } = [];

    public Attendee? Organiser => Attendees.FirstOrDefault(a => a.IsOrganiser);

    /// <summary>Nothing of what it is about may reach a message by mistake.</summary>
    public override string ToString() => Id;
}
