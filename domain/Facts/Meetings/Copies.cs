using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>The copies of a meeting that several mailboxes show, as one meeting: those with the same uid and the same start.</summary>
internal static class Copies
{
    /// <summary>In order of their ids.</summary>
    public static Meeting[] Merged(IEnumerable<Meeting> copies) =>
    [
        .. copies.GroupBy(c => c.Uid, StringComparer.Ordinal).SelectMany(g => UpToDate([.. g])).GroupBy(c => (c.Uid, c.Start)).Select(g => One([.. g])).OrderBy(m => m.Id, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Without the copies that lag behind: the organiser has moved the meeting, and a mailbox that does not show the new start yet still
    /// shows the old one.
    /// </summary>
    private static IEnumerable<Meeting> UpToDate(Meeting[] copies)
    {
        HashSet<Instant> organised = [.. copies.Where(c => c.IsOrganisers).Select(c => c.Start)];
        if (organised.Count == 0 || copies.All(c => organised.Contains(c.Start)))
            return copies;
        ILookup<PersonId?, Instant> shown = copies.ToLookup(c => c.Mailbox, c => c.Start);
        return copies.Where(c => organised.Contains(c.Start) || organised.IsSubsetOf(shown[c.Mailbox]));
    }

    /// <summary>Without the organiser's copy the fullest speaks, and it is cancelled only where all say so: who is taken off a meeting is told that it is cancelled.</summary>
    private static Meeting One(Meeting[] copies)
    {
        if (copies is [var only])
            return only with { Attendees = Shown(only) };
        Meeting[] all = [.. copies.Select(c => c with { Attendees = Shown(c) }).OrderByDescending(c => c.IsOrganisers).ThenBy(c => c.IsCancelled).ThenByDescending(c => c.Attendees.Length).ThenBy(c => c.Mailbox?.Value, StringComparer.Ordinal)];
        return all[0] with { Categories = [.. all.SelectMany(c => c.Categories).Distinct()], Attendees = [.. all[0].Attendees.Select(a => a with { Answer = AnswerOf(a, all) })] };
    }

    /// <summary>The organiser's copy knows who answered what. Any other knows who organises and what its own person answered.</summary>
    private static ImmutableArray<Attendee> Shown(Meeting copy) => copy.IsOrganisers ? copy.Attendees
        : [.. copy.Attendees.Select(a => a.IsOrganiser || (a.Who.Person is { } person && person == copy.Mailbox) ? a : a with { Answer = Answer.NotShown })];

    /// <summary>The surest that any copy shows of that person: the organiser's, or their own.</summary>
    private static Answer AnswerOf(Attendee attendee, Meeting[] copies) => attendee.Who.Person is { } person
        ? copies.SelectMany(c => c.Attendees).Where(a => a.Who.Person == person).Max(a => a.Answer)
        : attendee.Answer;
}
