using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>What the meetings of some mailboxes came to.</summary>
/// <param name="Ambiguous">How many meetings of a mailbox fit two kinds equally well, and so are none.</param>
/// <param name="Unplaced">How many are of a kind but of no account that can be told.</param>
/// <param name="Seen">The ids of every meeting, whatever became of it.</param>
/// <param name="SecondHand">The ids of those whose organiser's copy was not among what was read.</param>
/// <param name="ShownIn">The mailboxes that show each uid, on whatever day.</param>
public sealed record Recognition(
    ImmutableArray<Activity> Activities, ImmutableArray<(PersonId? Mailbox, int Meetings)> Ambiguous, int Unplaced,
    IReadOnlySet<string> Seen, IReadOnlySet<string> SecondHand, ILookup<string, PersonId?> ShownIn);

/// <summary>Recognises meetings as activities. What several mailboxes show is one meeting, and the organiser's copy says what it is.</summary>
public sealed class Recogniser(ImmutableArray<Matcher> matchers, Register register, IEnumerable<Assignment> assignments, LocalDate today)
{
    private readonly Placement _placement = new(register, Tenures.Of([.. assignments], register).Where(a => a.IsOnAccount).ToLookup(a => a.Person));

    /// <param name="read">Whose mailboxes were read whole.</param>
    public Recognition Recognise(IReadOnlyCollection<Meeting> copies, IReadOnlySet<PersonId> read)
    {
        Meeting[] meetings = Copies.Merged(copies);
        var acceptance = new Acceptance(read, today);
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
            Activity[] found = [.. Activities(meeting, matcher, acceptance)];
            activities.AddRange(found);
            unplaced += found.Length == 0 ? 1 : 0;
        }
        return new([.. activities], [.. ambiguous.GroupBy(p => p).OrderBy(g => g.Key?.Value, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            unplaced, Ids(meetings), Ids(meetings.Where(m => !m.IsOrganisers)), copies.ToLookup(c => c.Uid, c => c.Mailbox, StringComparer.Ordinal));
    }

    private static HashSet<string> Ids(IEnumerable<Meeting> meetings) => meetings.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);

    private Matcher[] Best(Meeting meeting)
    {
        (Matcher Matcher, int? Fit)[] fits = [.. matchers.Select(m => (m, m.Fit(meeting)))];
        return fits.Max(f => f.Fit) is { } best ? [.. fits.Where(f => f.Fit == best).Select(f => f.Matcher)] : [];
    }

    private IEnumerable<Activity> Activities(Meeting meeting, Matcher matcher, Acceptance acceptance)
    {
        var places = _placement.Of(meeting, matcher);
        foreach ((AccountId account, EngagementId? engagement) in places)
            if (Activity(meeting, matcher, account, acceptance) is { } activity)
                yield return activity with { Account = account, Engagement = engagement };
        // Of no account, two people's talk counts for each account of either.
        if (places.IsEmpty && matcher.Exactly is not null && Activity(meeting, matcher, null, acceptance) is { } talk)
            yield return talk;
    }

    /// <summary>Null where the register knows nobody of it: an activity that names nobody would count as attended by all.</summary>
    private static Activity? Activity(Meeting meeting, Matcher matcher, AccountId? account, Acceptance acceptance)
    {
        (Rung rung, Doubt? doubt) = acceptance.Of(meeting, matcher, account);
        Doubt? whyUnheard = rung == Rung.Held ? acceptance.WhyUnheard(meeting) : null;
        LeftOut unheard = whyUnheard is null ? LeftOut.None : Unheard(meeting, account);
        doubt = unheard == LeftOut.None ? doubt : whyUnheard;
        var there = meeting.Attendees.Where(a => a.IsSomebody && (rung == Rung.Scheduled ? a.Answer != Answer.Declined : a.Answer == Answer.Accepted));
        ImmutableArray<string> participants = [.. there.Select(a => a.Who.IdAt(account)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return participants.IsEmpty ? null : new(meeting.Id, matcher.Kind, meeting.On, rung, participants)
        {
            Doubt = doubt,
            Organiser = doubt == Doubt.OrganiserNotRead ? meeting.Organiser?.Who.Person : null,
            LeftOut = unheard | (meeting.Attendees.Any(a => a.IsUnnamed) ? LeftOut.Unnamed : LeftOut.None)
                | (account is { } of && meeting.Attendees.Any(a => a.IsRoom && a.Who.IsOf(of)) ? LeftOut.CustomerRoom : LeftOut.None),
        };
    }

    /// <summary>Those of the register whose answers no copy shows.</summary>
    private static LeftOut Unheard(Meeting meeting, AccountId? account) => meeting.Attendees
        .Where(a => a is { IsSomebody: true, Answer: Answer.NotShown } && a.Who.IdAt(account) is not null)
        .Aggregate(LeftOut.None, (all, a) => all | (a.Who.IsOutside ? LeftOut.UnheardOutsider : LeftOut.UnheardColleague));
}
