using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>How Cadences are judged by the period and from one activity to the next.</summary>
public static class Cadences
{
    private const string MonthlyReview = """
        - id: monthly-review
          title: A service review is held every month, with the customer present
          for each: account
          cadence: { activity: service review, every: month, evidence: held, attended by: { all of: [customer] } }
          warn: 5 working days
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("period cadences", new(
            "Judged are the periods that lie wholly within the subject's active time, and the current one if the subject was active on its first day and has not ended.",
            "The occasion is the period; it is due on its last day, from which a warning is counted back.",
            "A booking (rung `scheduled` or `accepted`) after the day judged but within the current period is the one fact of the future that is used: it makes `not due` of `at risk`.")
        {
            With = ["ended accounts"],
            Example = MonthlyReview,
        }),
        new("rolling cadences", new(
            "A rolling Cadence has one finding for each subject: due is the latest activity on or before the day judged, or the subject's start, plus the duration and the grace.",
            "It is `met` from an activity until the warning begins, then `at risk`, then `breached`; before the first activity it is `not due` until the warning.",
            "It ends with the account.")
        {
            With = ["ended accounts"],
            Example = """
                - id: team-looks-back
                  title: Each team holds a retrospective or a squad health check every 2 weeks
                  for each: engagement team
                  cadence: { activity: { any of: [retrospective, squad health check] }, every: 14 days, grace: 2 working days }
                  warn: 3 working days
                """,
        }),
        new("recognised meetings", new(
            "A meeting in a calendar becomes an activity by the matchers under `meetings`: by category first, then by who attends, then by title.",
            "One that fits two kinds equally is listed and not guessed.",
            "One meeting in several mailboxes counts once: the same `iCalUId` and the same start.",
            "What only the organiser's copy shows (who else accepted, who else was there) is `unknown` while the mailbox of a colleague who organises is missing.")
        {
            With = ["activity"],
            Example = """
                - id: talks-held
                  title: Each person on an account has a one-to-one every month
                  for each: person on an account
                  cadence: { activity: one-to-one, every: month, of: lead, about: person, pause: leave }
                  warn: 5 working days
                """,
        })
        {
            Needs = [new(Sources.Calendars)],
        },
        new("rungs of evidence", new(
            "`scheduled` is in a calendar and not cancelled; `accepted` when somebody of each party required accepted by the organiser's copy, organises, or accepted by their own copy.",
            "`held` is an accepted meeting that ended before the day judged ends, not cancelled or declined by every required party; `confirmed` is by an attendance report or a person.",
            "In activities.csv the column decides and is never promoted; blank is `confirmed`, and `held` or `confirmed` after the day judged is not known yet.")
        {
            With = ["evidence"],
            Example = MonthlyReview,
        })
        {
            Needs = [new(Sources.Activities, "held_on", "evidence", "participants") { Or = Sources.Calendars }],
        },
    ];
}
