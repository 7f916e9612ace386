using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts;

// Of one byte each: a large firm has a million activities.

/// <summary>How sure we are that an activity happened, weakest first.</summary>
public enum Rung : byte { Scheduled, Accepted, Held, Confirmed }

/// <summary>Why a meeting may have been held, or others may have been there, though the calendars that were read do not show it.</summary>
public enum Doubt : byte
{
    /// <summary>The calendar of the person who organises it was not read; an attendee's copy shows only that attendee's own answer.</summary>
    OrganiserNotRead,

    /// <summary>Nobody whose calendar could be read organises it, or the event does not say who does.</summary>
    OrganiserUnknown,

    /// <summary>The organiser's copy does not say what somebody answered.</summary>
    AnswerMissing,

    /// <summary>Somebody invited has no e-mail address, and may be from outside the firm.</summary>
    AttendeeUnnamed,
}

/// <summary>Who was invited to a meeting and counts as nobody present.</summary>
[Flags]
public enum LeftOut : byte
{
    None = 0,

    /// <summary>A meeting room of the customer's.</summary>
    CustomerRoom = 1,

    /// <summary>Somebody whose entry has no e-mail address, so that nobody can tell who it is.</summary>
    Unnamed = 2,

    /// <summary>Somebody from outside whose answer the organiser's copy would show, and no copy that was read does.</summary>
    UnheardOutsider = 4,

    /// <summary>The same, of somebody of the firm.</summary>
    UnheardColleague = 8,
}

/// <summary>Something that happened, or is to happen, on a day.</summary>
/// <param name="Kind">In lower case: <c>service review</c>, <c>one-to-one</c>.</param>
/// <param name="Participants">Ids of people or contacts, or <c>customer</c>; empty where the source does not say.</param>
public sealed record Activity(string Id, string Kind, LocalDate On, Rung Rung, ImmutableArray<string> Participants)
{
    public AccountId? Account { get; init; }

    public EngagementId? Engagement { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>Why it may stand on a higher rung than it is shown on, or why others may have been there; else null.</summary>
    public Doubt? Doubt { get; init; }

    /// <summary>Who organises it, where <see cref="Doubt"/> is <see cref="Facts.Doubt.OrganiserNotRead"/>.</summary>
    public PersonId? Organiser { get; init; }

    public LeftOut LeftOut { get; init; }
}
