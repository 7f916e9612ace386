using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of a Cadence.</summary>
public static class CadenceKeys
{
    private const string TeamLooksBack = """
        - id: team-looks-back
          title: Each team holds a retrospective or a squad health check every 2 weeks
          for each: engagement team
          cadence: { activity: { any of: [retrospective, squad health check] }, every: 14 days, grace: 2 working days }
          warn: 3 working days
        """;

    private const string MonthlyReview = """
        - id: monthly-review
          title: A service review is held every month, with the customer present
          for each: account
          cadence: { activity: service review, every: month, evidence: held, attended by: { all of: [customer] } }
          warn: 5 working days
        """;

    private const string SuccessorNamed = """
        - id: successor-named
          title: Each account lead has a named successor, reviewed every 6 months
          for each: role holder
          where: { role: account lead }
          cadence: { activity: succession plan, every: 6 months, attended by: { all of: [somebody else] }, about: person, never: breached }
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("activity", new(
            "The kind of activity that counts, `any of` several kinds, `any` for every kind, or a trace such as `record updated`.",
            "It counts on its `held_on`; one after the day judged has not happened yet.",
            "One later activity makes every earlier missed period `met late`, however far back, and counts for its own period as well.",
            "Activities come from activities.csv and from calendars, by the matchers under `meetings`; a kind of the firm's own that is nearly a known one is listed there.")
        {
            With = ["record updated", "rungs of evidence", "about a person"],
            Example = TeamLooksBack,
        })
        {
            Needs = [new(Sources.Activities, "kind", "held_on", "account_id", "evidence") { Or = Sources.Calendars }],
        },
        new("every", new(
            "How often: a calendar period (`week`, `month`, `quarter`, `half-year`, `year`), or a duration that rolls.",
            "Quarters, half-years and years begin with the firm's financial year; months clip to the last day of the month.",
            "By a duration, never more than that and the grace lies between one activity and the next.")
        {
            With = ["period cadences", "rolling cadences", "weeks"],
            Example = TeamLooksBack,
        }),
        new("grace", new(
            "Time beyond the duration that is still in time; none without it.",
            "A rolling Cadence is due the duration and the grace after the latest activity.")
        {
            With = ["rolling cadences"],
            Example = TeamLooksBack,
        }),
        new("evidence", new(
            "The rung that an activity must have reached to count: `scheduled`, `accepted`, `held` (the default) or `confirmed`.",
            "Higher rungs count as well.")
        {
            With = ["rungs of evidence"],
            Example = MonthlyReview,
        }),
        new("attended by", new(
            "Which parties must all have been there (`all of`), and of which parties nobody may have been there (`none of`).",
            "An activity without participants counts as attended by all required.",
            "Where a participant cannot be placed and could decide it, the finding is `unknown`.")
        {
            With = ["customer", "outsider", "somebody else", "executive", "sponsor", "product owner", "head of department", "finance", "procurement", "rungs of evidence"],
            Example = MonthlyReview,
        })
        {
            Needs = [new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("of", new(
            "The role whose holders on the day of the activity must have taken part: of `core`, `extended`, `partner` and `corporate` everybody, of any other role somebody.",
            "`people lead` is the person's own, and `lead` whoever `one-to-one` names.",
            "Where nobody holds the role (account lead: on the day judged; else: on any day of the period, also after the day judged), the finding is `not applicable`, reason `nobody: <role>`.")
        {
            With = ["the lead was there", "holders"],
            Example = """
                - id: core-team-meets
                  title: The whole core team of a strategic account meets every month
                  for each: account
                  where: { importance: strategic }
                  cadence: { activity: account team meeting, every: month, of: core }
                """,
        })
        {
            Needs = [new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("about", new(
            "`person`: an activity that says whom it is about counts for that person alone, whoever takes part.",
            "Only where its `person_id` is blank do its participants count.",
            "Without this key, an activity counts for everybody whom it names.")
        {
            With = ["about a person", "since joining"],
            Example = SuccessorNamed,
        }),
        new("pause", new(
            "`leave`: a period in which the person was present on fewer than 5 working days is `not applicable`.",
            "Present is a working day within employment and without an absence decided by the day judged.",
            "An activity that was held in such a period is `met` all the same.")
        {
            With = ["one-to-one", "working days"],
            Example = """
                - id: talks-held
                  title: Each person on an account has a one-to-one every month
                  for each: person on an account
                  cadence: { activity: one-to-one, every: month, of: lead, about: person, pause: leave }
                  warn: 5 working days
                """,
        })
        {
            Needs = [new(Sources.People, "started_on", "ended_on"), new(Sources.Absences, "person_id", "from", "to", "decided_on")],
        },
        new("never", new(
            "`breached`: what never happened is breached from the day after the subject's start.",
            "Without it, the first one is due the duration and the grace after the start.")
        {
            With = ["rolling cadences", "since joining"],
            Example = SuccessorNamed,
        }),
    ];
}
