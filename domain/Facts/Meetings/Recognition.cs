using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>What the meetings of some mailboxes came to.</summary>
/// <param name="Ambiguous">How many meetings of a mailbox fit two kinds equally well, and so are none.</param>
/// <param name="Unplaced">How many are of a kind but of no account that can be told.</param>
/// <param name="Seen">The ids of every meeting, whatever became of it.</param>
/// <param name="SecondHand">The ids of those whose organiser's copy was not among what was read.</param>
public sealed record Recognition(
    ImmutableArray<Activity> Activities, ImmutableArray<(PersonId? Mailbox, int Meetings)> Ambiguous, int Unplaced, IReadOnlySet<string> Seen, IReadOnlySet<string> SecondHand);

/// <summary>Recognises meetings as activities. What several mailboxes show is one meeting, and the organiser's copy says what it is.</summary>
public sealed class Recogniser(ImmutableArray<Matcher> matchers, Register register, IEnumerable<Assignment> assignments, LocalDate today)
{
    private readonly Placement _placement = new(register, assignments.ToLookup(a => a.Person));

    public Recognition Recognise(IEnumerable<Meeting> copies)
    {
        Meeting[] meetings = [.. copies.GroupBy(c => c.Id, StringComparer.Ordinal).Select(One).OrderBy(m => m.Id, StringComparer.Ordinal)];
        List<Activity> activities = [];
        List<PersonId?> ambiguous = [];
        int unplaced = 0;
        foreach (Meeting meeting in meetings.Where(m => !m.IsCancelled))
        {
            Matcher[] best = Best(meeting);
            if (best.Length > 1)
                ambiguous.Add(meeting.Mailbox);
            if (best is not [var matcher])
                continue;
            Activity[] found = [.. Activities(meeting, matcher)];
            activities.AddRange(found);
            unplaced += found.Length == 0 ? 1 : 0;
        }
        return new([.. activities], [.. ambiguous.GroupBy(p => p).OrderBy(g => g.Key?.Value, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            unplaced, Ids(meetings), Ids(meetings.Where(m => !m.IsOrganisers)));
    }

    private static HashSet<string> Ids(IEnumerable<Meeting> meetings) => meetings.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Without the organiser's copy the fullest speaks, and it is cancelled only where all say so: who is taken off a meeting is told that it is cancelled.</summary>
    private static Meeting One(IEnumerable<Meeting> copies)
    {
        Meeting[] all = [.. copies.OrderByDescending(c => c.IsOrganisers).ThenBy(c => c.IsCancelled).ThenByDescending(c => c.Attendees.Length).ThenBy(c => c.Mailbox?.Value, StringComparer.Ordinal)];
        return all[0] with { Categories = [.. all.SelectMany(c => c.Categories).Distinct()] };
    }

    private Matcher[] Best(Meeting meeting)
    {
        (Matcher Matcher, int? Fit)[] fits = [.. matchers.Select(m => (m, m.Fit(meeting)))];
        return fits.Max(f => f.Fit) is { } best ? [.. fits.Where(f => f.Fit == best).Select(f => f.Matcher)] : [];
    }

    private IEnumerable<Activity> Activities(Meeting meeting, Matcher matcher)
    {
        var places = _placement.Of(meeting, matcher);
        foreach ((AccountId account, EngagementId? engagement) in places)
            if (Activity(meeting, matcher, account) is { } activity)
                yield return activity with { Account = account, Engagement = engagement };
        // Of no account, two people's talk counts for each account of either.
        if (places.IsEmpty && matcher.Exactly is not null && Activity(meeting, matcher, null) is { } talk)
            yield return talk;
    }

    /// <summary>Null where the register knows nobody of it: an activity that names nobody would count as attended by all.</summary>
    private Activity? Activity(Meeting meeting, Matcher matcher, AccountId? account)
    {
        Rung rung = RungOf(meeting, matcher, account);
        var there = meeting.Attendees.Where(a => rung == Rung.Scheduled ? a.Answer != Answer.Declined : a.Answer == Answer.Accepted);
        ImmutableArray<string> participants = [.. there.Select(a => a.Who.IdAt(account)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return participants.IsEmpty ? null : new(meeting.Id, matcher.Kind, meeting.On, rung, participants);
    }

    private Rung RungOf(Meeting meeting, Matcher matcher, AccountId? account)
    {
        // Only the organiser's copy knows who accepted; a party that nobody of accepted was not won, let alone one that declined.
        if (!meeting.IsOrganisers || !matcher.Parties(meeting, account).All(p => p.Any(a => a.Answer == Answer.Accepted)))
            return Rung.Scheduled;
        return meeting.EndsOn <= today ? Rung.Held : Rung.Accepted;
    }
}
