using System.Collections.Immutable;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Ingest.Calendars;

/// <summary>Who organises an event and who is invited, each once: by whom their address belongs to, and whether it is a room's.</summary>
internal sealed class EventAttendees(AddressBook addresses)
{
    private static readonly string[] RoomWords = ["room", "rooms", "boardroom", "meetingroom", "conferenceroom", "confroom", "huddleroom"];

    /// <summary>Of several addresses of one person, and of who organises and is invited too, the surest answer counts.</summary>
    /// <param name="mailbox">Whose copy it is; null where the register does not know.</param>
    public ImmutableArray<Attendee> Of(CalendarEvent written, Domain.Facts.PersonId? mailbox)
    {
        IEnumerable<(EventAttendee Entry, Answer Answer, bool Organises)> invited = written.Attendees.Select(a => (a, AnswerOf(a.Response), "organizer".Equals(a.Response, StringComparison.OrdinalIgnoreCase)));
        if (!string.IsNullOrWhiteSpace(written.Organiser))
            invited = invited.Prepend((new(written.Organiser, null, null, false), Answer.Accepted, true));
        return
        [
            .. from one in invited.Select((entry, place) => (entry.Entry, entry.Answer, entry.Organises, Place: place))
               let isUnnamed = !IsAddress(one.Entry.Address)
               let who = isUnnamed ? Party.Unnamed : addresses.At(one.Entry.Address ?? "")
               let answer = who.Person is { } person && person == mailbox ? Surest(one.Answer, AnswerOf(written.OwnResponse)) : one.Answer
               let isRoom = who is { Person: null, Contact: null } && IsRoom(one.Entry, written.Places)
               group (answer, one.Organises, who, isUnnamed, isRoom) by who.Person?.Value ?? who.Contact ?? (isUnnamed ? $"entry {one.Place}" : one.Entry.Address?.Trim().ToLowerInvariant()) into each
               let first = each.First()
               select new Attendee(first.who, each.Max(e => e.answer)) { IsOrganiser = each.Any(e => e.Organises), IsRoom = each.Any(e => e.isRoom), IsUnnamed = first.isUnnamed && !first.isRoom },
        ];
    }

    private static Answer Surest(Answer one, Answer other) => one > other ? one : other;

    /// <summary>An answer that is not there, or is none of Graph's, is not shown.</summary>
    private static Answer AnswerOf(string? response) => response?.ToLowerInvariant() switch
    {
        "accepted" or "organizer" => Answer.Accepted,
        "declined" => Answer.Declined,
        "tentativelyaccepted" => Answer.Tentative,
        "none" or "notresponded" => Answer.None,
        _ => Answer.NotShown,
    };

    /// <summary>Old entries of Exchange have the name of a directory in place of an address, or one put into the form of an address.</summary>
    private static bool IsAddress(string? address) =>
        address?.Trim() is { Length: > 0 } text && text[0] != '/' && text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.StartsWith("IMCEAEX-", StringComparison.OrdinalIgnoreCase);

    /// <summary>By how it was invited, by where the event takes place, or by its own name: a room may be invited as people are.</summary>
    private static bool IsRoom(EventAttendee entry, ImmutableArray<string> places) => entry.IsResource
        || new[] { entry.Address, entry.Name }.Any(text => text?.Trim() is { Length: > 0 } named && places.Any(p => p.Trim().Equals(named, StringComparison.OrdinalIgnoreCase)))
        || Words(entry.Name).Concat(Words(entry.Address?.Split('@')[0])).Any(w => RoomWords.Contains(w, StringComparer.OrdinalIgnoreCase));

    private static string[] Words(string? text) => text?.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
