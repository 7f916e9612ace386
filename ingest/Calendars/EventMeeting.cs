using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Calendars;

/// <summary>Why an event could not be used.</summary>
/// <param name="Message">What is wrong and what to do, for a person.</param>
/// <param name="Day">The day of the event as far as it can be read, exact or off by one; null where nothing tells.</param>
internal sealed record EventFault(string Message, LocalDate? Day);

/// <summary>Turns events into meetings: instants become days of the firm's zone here and nowhere else, addresses become whom they belong to.</summary>
internal sealed class EventMeeting(AddressBook addresses, DateTimeZone zone)
{
    private const int HashBytes = 16;

    private readonly EventAttendees _attendees = new(addresses);

    /// <summary>The meeting, or why there is none.</summary>
    public (Meeting? Meeting, EventFault? Fault) Of(CalendarEvent written, PersonId? mailbox)
    {
        LocalDate? near = written.Start?.Local?.Date;
        if (written.Misshapen is { } field)
            return (null, new($"{field} holds a value of another kind than Graph gives it; export it as Graph gives it", near));
        if (string.IsNullOrEmpty(written.Uid))
            return (null, new("iCalUId is missing; export events with it, or the same meeting in two mailboxes would count twice", near));
        if (Day(written, written.Start) is not { } on)
            return (null, new(Unreadable("start", written, written.Start), near));
        if (Day(written, written.End) is null)
            return (null, new(Unreadable("end", written, written.End), on));
        if (LastDay(written) is not { } end || end < on)
            return (null, new("end is not a date and time after its start; export it as Graph gives it", on));
        if (written.Lacking is { } lacking)
            return (null, new($"{lacking} is missing, which Graph gives unless $select leaves it out; export events with isCancelled and sensitivity", on));
        var attendees = _attendees.Of(written, mailbox);
        return (new(IdOf(written.Uid), StartOf(written, on), on, end)
        {
            Mailbox = mailbox,
            IsOrganisers = written.IsOrganisers ?? (mailbox is not null && attendees.Any(a => a.IsOrganiser && a.Who.Person == mailbox)),
            IsCancelled = written.IsCancelled,
            Title = written.Title,
            Categories = [.. written.Categories.Select(c => c.Trim().ToLowerInvariant()).Distinct()],
            Attendees = attendees,
        }, null);
    }

    /// <summary>Mailboxes may show one all-day meeting in different zones.</summary>
    private static Instant StartOf(CalendarEvent written, LocalDate on) =>
        !written.IsAllDay && written.Start?.Instant is { } start ? start : on.AtMidnight().InUtc().ToInstant();

    private static string Unreadable(string field, CalendarEvent written, EventTime? time)
    {
        if (time?.Local is null)
            return $"{field} is not a date and time in a zone that is known; export it as Graph gives it";
        string? name = time.Instant is null ? time.Zone : written.OriginalZone;
        return name is null ? $"{field} names no time zone; export it as Graph gives it"
            : $"{field} is in the time zone {Quoted.Value(name)}, which is neither an IANA name nor a Windows name that is known; export it in UTC, or mend the time zone of the meeting";
    }

    /// <summary>A meeting that ends at midnight ends on the day before.</summary>
    private LocalDate? LastDay(CalendarEvent written)
    {
        if (written.IsAllDay)
            return Day(written, written.End)?.PlusDays(-1);
        if (written.End?.Instant is not { } end || written.Start?.Instant is not { } start || end < start)
            return null;
        return (end == start ? end : end - Duration.Epsilon).InZone(zone).Date;
    }

    /// <summary>An all-day event is the days that it names: as they stand, or in the zone in which they were written.</summary>
    private LocalDate? Day(CalendarEvent written, EventTime? time)
    {
        if (time?.Local is not { } local)
            return null;
        if (written.IsAllDay && local.TimeOfDay == LocalTime.Midnight)
            return local.Date;
        if (time.Instant is not { } instant)
            return null;
        return (written.IsAllDay ? EventTime.ZoneOf(written.OriginalZone) : zone) is { } known ? instant.InZone(known).Date : null;
    }

    private static string IdOf(string uid) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)).AsSpan(0, HashBytes));
}
