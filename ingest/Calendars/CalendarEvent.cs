using System.Collections.Immutable;

namespace Plumbline.Ingest.Calendars;

/// <summary>Somebody invited, as a calendar writes it.</summary>
/// <param name="Name">As their entry shows it: only a room is known by it.</param>
internal sealed record EventAttendee(string? Address, string? Name, string? Response, bool IsResource)
{
    public override string ToString() => "an attendee";
}

/// <summary>An event as Graph gives it, whether it came over the wire or from a file.</summary>
internal sealed record CalendarEvent
{
    /// <summary>A field that holds no value of its kind; null where all do, or are left out.</summary>
    public string? Misshapen { get; init; }

    /// <summary>A field that Graph gives of every event and that is not there; null where none is left out.</summary>
    public string? Lacking { get; init; }

    public string? Uid { get; init; }

    public EventTime? Start { get; init; }

    public EventTime? End { get; init; }

    public bool IsAllDay { get; init; }

    public string? OriginalZone { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Whether it is the organiser's own copy; null where it does not say.</summary>
    public bool? IsOrganisers { get; init; }

    /// <summary>Whether it stands for a series whose meetings come by themselves.</summary>
    public bool IsSeries { get; init; }

    /// <summary>Null where its owner keeps it to themselves.</summary>
    public string? Title { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public string? Organiser { get; init; }

    public ImmutableArray<EventAttendee> Attendees { get; init; } = [];

    /// <summary>What the person whose copy it is answered.</summary>
    public string? OwnResponse { get; init; }

    /// <summary>Where it takes place: names, addresses and ids of rooms.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    public override string ToString() => "an event";
}
