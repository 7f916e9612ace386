using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Ingest.Calendars;

/// <summary>Turns events into meetings: instants become days of the firm's zone here and nowhere else, addresses become whom they belong to.</summary>
internal sealed class EventMeeting(AddressBook addresses, DateTimeZone zone)
{
    private const int HashBytes = 16;

    /// <summary>The meeting, or why there is none.</summary>
    public (Meeting? Meeting, string? Fault) Of(CalendarEvent written, PersonId? mailbox)
    {
        if (string.IsNullOrEmpty(written.Uid))
            return (null, "iCalUId is missing; export events with it, or the same meeting in two mailboxes would count twice");
        if (Day(written, written.Start) is not { } on)
            return (null, "start is not a date and time in a zone that is known; export it as Graph gives it");
        if (LastDay(written) is not { } end || end < on)
            return (null, "end is not a date and time after its start; export it as Graph gives it");
        ImmutableArray<Attendee> attendees = Attendees(written);
        return (new(IdOf(written.Uid), on, end)
        {
            Mailbox = mailbox,
            IsOrganisers = written.IsOrganisers ?? (mailbox is not null && attendees.Any(a => a.IsOrganiser && a.Who.Person == mailbox)),
            IsCancelled = written.IsCancelled,
            Title = written.Title,
            Categories = [.. written.Categories.Select(c => c.Trim().ToLowerInvariant()).Distinct()],
            Attendees = attendees,
        }, null);
    }

    /// <summary>Of several addresses of one person, and of who organises and is invited too, the surest answer counts.</summary>
    private ImmutableArray<Attendee> Attendees(CalendarEvent written)
    {
        var invited = written.Attendees.Where(a => !a.IsRoom && !string.IsNullOrWhiteSpace(a.Address)).Select(a => (Address: a.Address ?? "", Answer: AnswerOf(a.Response), Organises: "organizer".Equals(a.Response, StringComparison.OrdinalIgnoreCase)));
        var organiser = string.IsNullOrWhiteSpace(written.Organiser) ? [] : new[] { (Address: written.Organiser, Answer: Answer.Accepted, Organises: true) };
        return
        [
            .. from one in organiser.Concat(invited)
               let who = addresses.At(one.Address)
               group (one.Answer, one.Organises, Who: who) by who.Person?.Value ?? who.Contact ?? one.Address.Trim().ToLowerInvariant() into each
               select new Attendee(each.First().Who, each.Max(e => e.Answer)) { IsOrganiser = each.Any(e => e.Organises) },
        ];
    }

    private static Answer AnswerOf(string? response) => response?.ToLowerInvariant() switch
    {
        "accepted" or "organizer" => Answer.Accepted,
        "declined" => Answer.Declined,
        "tentativelyaccepted" => Answer.Tentative,
        _ => Answer.None,
    };

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
        if (time?.Instant is not { } instant || time.Local is not { } local)
            return null;
        if (!written.IsAllDay)
            return instant.InZone(zone).Date;
        return local.TimeOfDay == LocalTime.Midnight ? local.Date : instant.InZone(EventTime.ZoneOf(written.OriginalZone) ?? zone).Date;
    }

    private static string IdOf(string uid) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)).AsSpan(0, HashBytes));
}
