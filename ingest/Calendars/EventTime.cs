using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Plumbline.Ingest.Calendars;

/// <summary>A moment as a calendar writes it: local, with the name of its zone beside it.</summary>
internal sealed class EventTime
{
    // The names of Windows for zones, as CLDR maps them.
    private static readonly FrozenDictionary<string, string> WindowsZones =
        TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public EventTime(string? dateTime, string? zone)
    {
        Local = LocalOf(dateTime);
        Zone = zone;
        Instant = Local is { } local && ZoneOf(zone) is { } known ? local.InZoneLeniently(known).ToInstant() : null;
    }

    /// <summary>Null where it is none, or in no year in which anybody met.</summary>
    public LocalDateTime? Local { get; }

    /// <summary>As the calendar names it; null where it names none.</summary>
    public string? Zone { get; }

    /// <summary>Null where it is none, or its zone is not known.</summary>
    public Instant? Instant { get; }

    /// <summary>By its IANA name or the one that Windows has for it; null where it is not known.</summary>
    public static DateTimeZone? ZoneOf(string? name) => name is null ? null
        : name is "UTC" or "tzone://Microsoft/Utc" ? DateTimeZone.Utc
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(WindowsZones.GetValueOrDefault(name) ?? name);

    private static LocalDateTime? LocalOf(string? text) =>
        text is not null && LocalDateTimePattern.ExtendedIso.Parse(text.TrimEnd('Z')) is { Success: true, Value: { Year: >= 1900 and <= 2200 } local } ? local : null;
}
