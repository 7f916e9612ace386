using NodaTime;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>
/// How far a meeting got: scheduled; accepted once somebody of each party has accepted, by the organiser's copy or by their own, or
/// organises it; held once an accepted one has ended. Only refusals by every required party undo it, and those leave nobody who accepted.
/// </summary>
/// <param name="read">Whose mailboxes were read whole in this run.</param>
internal sealed class Acceptance(IReadOnlySet<PersonId> read, LocalDate today)
{
    public (Rung Rung, Doubt? Doubt) Of(Meeting meeting, Matcher matcher, AccountId? account)
    {
        Attendee[][] parties = [.. matcher.Parties(meeting, account).Select(p => p.ToArray())];
        if (!Array.TrueForAll(parties, p => p.Any(a => a.Answer is Answer.Accepted or Answer.NotShown)))
            return (Rung.Scheduled, null);
        if (!Array.TrueForAll(parties, p => p.Any(a => a.Answer == Answer.Accepted)))
            return (Rung.Scheduled, WhyNotShown(meeting));
        if (matcher.NobodyFromOutside && meeting.Attendees.Any(a => a.IsUnnamed))
            return (Rung.Scheduled, Doubt.AttendeeUnnamed);
        return (meeting.EndsOn <= today ? Rung.Held : Rung.Accepted, null);
    }

    /// <summary>Why the answers of others are unknown; null if the organiser's copy shows them or a customer organises the meeting.</summary>
    public Doubt? WhyUnheard(Meeting meeting) => meeting.Organiser is { Who.IsOutside: true } ? null : WhyNotShown(meeting);

    /// <summary>Null where the organiser's mailbox was read and no longer shows the meeting.</summary>
    private Doubt? WhyNotShown(Meeting meeting)
    {
        if (meeting.IsOrganisers)
            return Doubt.AnswerMissing;
        if (meeting.Organiser?.Who.Person is not { } organiser)
            return Doubt.OrganiserUnknown;
        return read.Contains(organiser) ? null : Doubt.OrganiserNotRead;
    }
}
