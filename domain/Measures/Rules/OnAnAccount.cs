using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>Who is on an account, since when, and in which role.</summary>
public static class OnAnAccount
{
    private const string TalksHeld = """
        - id: talks-held
          title: Each person on an account has a one-to-one every month
          for each: person on an account
          cadence: { activity: one-to-one, every: month, of: lead, about: person, pause: leave }
          warn: 5 working days
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("on an account", new(
            "A person is on an account on a day by a row of roles.csv that names the account, or an engagement of it, and whose system is the PSA or blank.",
            "Rows of other systems are evidence for an agreement of roles alone.",
            "A row that names an opportunity and no engagement puts nobody on the account.",
            "Rows whose person people.csv does not have are counted as unmatched.")
        {
            With = ["utilisation", "in"],
            Example = TalksHeld,
        })
        {
            Needs = [new(Sources.Roles, "system", "account_id", "engagement_id", "person_id", "role", "from", "to")],
        },
        new("assignments", new(
            "An assignment is a row of roles.csv from its `from` to its `to`, both included.",
            "It ends at the earliest of its `to`, the person's `ended_on` and the end of the account or engagement, everywhere; one that begins after that is none.",
            "Where one ends and another of the same role, account and engagement begins on the same day, the new one holds that day.")
        {
            With = ["on an account"],
            Example = """
                - id: one-lead
                  title: Each account has exactly one account lead
                  for each: account
                  coverage: { role: account lead, holders: exactly 1, in: psa }
                """,
        })
        {
            Needs = [new(Sources.Roles, "system", "account_id", "engagement_id", "person_id", "role", "from", "to"), new(Sources.People, "ended_on"), new(Sources.Accounts, "ended_on"), new(Sources.Engagements, "ended_on")],
        },
        new("stays", new(
            "A stay is a stretch of days that the assignments of a person to an account cover.",
            "Assignments that meet with no working day between them are one stay: who leaves on a Friday and begins on the Monday never left.",
            "On a changeover day the stay of the one who leaves still includes that day.")
        {
            With = ["on an account", "assignments"],
            Example = """
                - id: offboarded-in-time
                  title: Whoever leaves an account is offboarded within 5 working days
                  for each: person leaving an account
                  deadline: { done: offboarding done, within: 5 working days, after: its end }
                """,
        })
        {
            Needs = [new(Sources.Roles, "system", "account_id", "engagement_id", "person_id", "role", "from", "to")],
        },
        new("about a person", new(
            "An activity is about a person by its `person_id`.",
            "Only where that is blank do its participants say whom it is about.")
        {
            With = ["one-to-one", "person on an account", "person now on an account"],
            Example = TalksHeld,
        })
        {
            Needs = [new(Sources.Activities, "person_id", "participants") { Or = Sources.Calendars }],
        },
        new("items of a stay", new(
            "An item of a person belongs to the stay in which its `anchor_on` lies, or else its `done_on`; between two stays, to the next one that begins; after the last, to the last.",
            "An offboarding dated between two stays belongs to the stay before it.",
            "With neither date, it belongs to the latest stay begun by the day judged.")
        {
            With = ["stays"],
            Example = """
                - id: onboarded-in-time
                  title: Whoever joins an account has equipment by the start
                  for each: person joining an account
                  deadline: { done: equipment ready, before: its start }
                """,
        })
        {
            Needs = [new(Sources.Items, "account_id", "person_id", "anchor_on", "done_on")],
        },
        new("since joining", new(
            "What is asked of a person or a role holder every so often is due by the later of two days: the one that the last activity gives, and the one that joining gives.",
            "An activity before joining leaves it `not due` until then, and is never `met`.")
        {
            With = ["rolling cadences", "role holder", "person now on an account"],
            Example = """
                - id: successor-named
                  title: Each account lead has a named successor, reviewed every 6 months
                  for each: role holder
                  where: { role: account lead }
                  cadence: { activity: succession plan, every: 6 months, attended by: { all of: [somebody else] }, about: person, never: breached }
                """,
        }),
    ];
}
