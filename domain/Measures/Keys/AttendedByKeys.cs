using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of who must have attended an activity.</summary>
public static class AttendedByKeys
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("all of", new(
            "Each party of the list was there, with at least one person.",
            "An activity that lacks one of them does not count.")
        {
            With = ["customer", "somebody else"],
            Example = """
                - id: monthly-review
                  title: A service review is held every month, with the customer present
                  for each: account
                  cadence: { activity: service review, every: month, evidence: held, attended by: { all of: [customer] } }
                  warn: 5 working days
                """,
        }),
        new("none of", new(
            "Nobody of any party of the list was there.",
            "A participant who cannot be placed could be one of them, so that the finding is `unknown` where nothing else decides it.")
        {
            With = ["outsider"],
            Example = """
                - id: team-among-itself
                  title: The account team looks back every quarter, with nobody from outside the firm
                  for each: account
                  cadence: { activity: account retrospective, every: quarter, attended by: { none of: [outsider] } }
                """,
        }),
    ];
}
