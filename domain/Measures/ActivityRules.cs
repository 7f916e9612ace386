using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>Kinds of activity that have a rule of their own.</summary>
public static class ActivityRules
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("one-to-one", new(
            "A talk of a person with their lead: an activity whose `person_id` is the person.",
            "Where that is blank, its participants name the person and an account lead of the account, or the person's people lead if that is another person; whoever leads the account that day needs their people lead.",
            "One that names no account counts for each account of the person.",
            "A talk that was held is `met`, whatever else.")
        {
            With = ["pause", "about a person", "period cadences"],
            Example = """
                - id: talks-held
                  title: Each person on an account has a one-to-one every month
                  for each: person on an account
                  cadence: { activity: one-to-one, every: month, of: lead, about: person, pause: leave }
                  warn: 5 working days
                """,
        })
        {
            Needs = [new(Sources.People, "people_lead_id"), new(Sources.Activities, "person_id", "participants") { Or = Sources.Calendars }],
        },
    ];
}
