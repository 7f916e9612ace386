using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>What somebody answered to an invitation. Who organises has accepted.</summary>
public enum Answer { None, Tentative, Declined, Accepted }

/// <summary>Somebody invited, or who organises.</summary>
public sealed record Attendee(Party Who, Answer Answer)
{
    public bool IsOrganiser { get; init; }
}

/// <summary>A meeting as one mailbox shows it. It is held in memory only; of it nothing is kept but what it is recognised as.</summary>
/// <param name="Id">A hash of what the meeting is called in every mailbox.</param>
/// <param name="On">The firm's day on which it begins.</param>
/// <param name="EndsOn">The last of the firm's days that it touches.</param>
public sealed record Meeting(string Id, LocalDate On, LocalDate EndsOn)
{
    /// <summary>Whose mailbox shows it; null where the register does not know.</summary>
    public PersonId? Mailbox { get; init; }

    /// <summary>Whether it is the organiser's own copy, the one that knows who answered what.</summary>
    public bool IsOrganisers { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>In lower case.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Null where its owner keeps it to themselves.</summary>
    public string? Title { get; init; }

    /// <summary>Everybody once, who organises among them; rooms are nobody.</summary>
    public ImmutableArray<Attendee> Attendees { get; init; } = [];

    /// <summary>Nothing of what it is about may reach a message by mistake.</summary>
    public override string ToString() => Id;
}
