using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Plumbline.Ingest.Calendars;

/// <summary>A moment as a calendar writes it: local, with the name of its zone beside it.</summary>
internal sealed class EventTime
{
    private static readonly TzdbDateTimeZoneSource Zones = TzdbDateTimeZoneSource.Default;

    public EventTime(string? dateTime, string? zone)
    {
        Local = LocalOf(dateTime);
        Instant = Local is { } local && ZoneOf(zone) is { } known ? local.InZoneLeniently(known).ToInstant() : null;
    }

    /// <summary>Null where it is none, or in no year in which anybody met.</summary>
    public LocalDateTime? Local { get; }

    /// <summary>Null where it is none, or its zone is not known.</summary>
    public Instant? Instant { get; }

    /// <summary>By its IANA name or the one that Windows has for it.</summary>
    public static DateTimeZone? ZoneOf(string? name) => name is null or "UTC" or "tzone://Microsoft/Utc" ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? (Zones.WindowsMapping.PrimaryMapping.TryGetValue(name, out string? id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null);

    private static LocalDateTime? LocalOf(string? text) =>
        text is not null && LocalDateTimePattern.ExtendedIso.Parse(text.TrimEnd('Z')) is { Success: true, Value: { Year: >= 1900 and <= 2200 } local } ? local : null;
}

/// <summary>Somebody invited, as a calendar writes it.</summary>
internal sealed record EventAttendee(string? Address, string? Response, bool IsRoom)
{
    public override string ToString() => "an attendee";
}

/// <summary>An event as Graph gives it, whether it came over the wire or from a file.</summary>
internal sealed record CalendarEvent
{
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

    public override string ToString() => "an event";
}
