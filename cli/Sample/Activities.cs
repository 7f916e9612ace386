using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Something people met for: held, or booked for a day still to come.</summary>
internal sealed record Activity(string Kind, Account? Account, Engagement? Engagement, Person? Person, LocalDate On, string Evidence, string Participants)
{
    public const string Held = "held";
    public const string Scheduled = "scheduled";
}

/// <summary>The register of what happened outside of calendars, in the order of its days.</summary>
internal static class Activities
{
    public const string Header = "activity_id,account_id,engagement_id,person_id,kind,held_on,evidence,participants,source";

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        Retrospectives.All(firm).Where(activity => !Calendars.IsMet(activity)).Concat(LeadMeetings.All(firm)).Concat(Reviews.All(firm)).Concat(Rounds.All(firm))
            .OrderBy(activity => activity.On)
            .Select((activity, index) => new object?[]
            {
                $"ACT-{index + 1:0000}", activity.Account?.Id, activity.Engagement?.Id, activity.Person?.Id,
                activity.Kind, activity.On, activity.Evidence, activity.Participants, "register",
            });
}
