using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>Whether the account lead took part.</summary>
public static class TheLead
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("the lead was there", new(
            "The lead was there when the participants name somebody who is account lead on the day of the activity, or when it has no participants.",
            "An activity on a day without a lead counts neither way.",
            "The same rule holds for a Cadence `of: account lead` and for the figure `lead attendance`.")
        {
            With = ["of", "lead attendance"],
            Example = """
                - id: movements-attended
                  title: The account lead attends the people movements meeting every 2 weeks
                  for each: account
                  cadence: { activity: people movements, every: 2 weeks, of: account lead }
                """,
        })
        {
            Needs = [new(Sources.Roles, "system", "account_id", "engagement_id", "person_id", "role", "from", "to"), new(Sources.Activities, "held_on", "participants") { Or = Sources.Calendars }],
        },
    ];
}
