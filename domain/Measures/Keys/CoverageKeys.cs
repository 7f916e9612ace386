using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of a Coverage.</summary>
public static class CoverageKeys
{
    private const string OneLead = """
        - id: one-lead
          title: Each account has exactly one account lead
          for each: account
          coverage: { role: account lead, holders: exactly 1, in: psa }
        """;

    private const string HoursUnderContract = """
        - id: hours-under-contract
          title: Every day with hours lies within the dates of a signed statement of work
          for each: engagement
          coverage: { days: days with hours, within: signed statement of work }
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("role", new(
            "The role that must be held on the day judged, or `all of` several, each by so many; `owner` is the person whom the item names.",
            "Of an engagement, assignments to it count, and those to the account that name no engagement.",
            "A role that nobody holds is `breached`, reason `nobody`, or `nobody: <role>` where several are asked for.")
        {
            With = ["holders", "assignments"],
            Example = OneLead,
        })
        {
            Needs = [new(Sources.Roles, "role", "person_id", "account_id", "engagement_id", "from", "to")],
        },
        new("document", new(
            "The kind of document that must be in force on the day judged, or `all of` several kinds.",
            "In force is a document that exists and whose `starts_on` to `ends_on` include the day; a blank end is open.",
            "A kind of which none is in force is `breached`, reason `missing: <kind>`.")
        {
            With = ["what is not known yet"],
            Example = """
                - id: plan-there
                  title: A one-year plan and a three-year mission exist
                  for each: account
                  coverage: { document: { all of: [account plan, mission] } }
                """,
        })
        {
            Needs = [new(Sources.Documents, "account_id", "kind", "recorded_on", "starts_on", "ends_on")],
        },
        new("days", new(
            "The days that must lie within others.",
            "Days outside are `breached`, and the evidence lists them by person and week.")
        {
            With = ["days with hours"],
            Example = HoursUnderContract,
        }),
        new("holders", new(
            "How many people hold the role on the day judged: `exactly N`, or `at least N`.",
            "People are counted and not rows; both ends of an assignment are included, but on a changeover day only the new holder counts.",
            "`exactly 1` is breached with the reason `nobody` or `several`.")
        {
            With = ["assignments"],
            Example = OneLead,
        }),
        new("in", new(
            "The system whose assignments count; a row without a system counts for the PSA.",
            "Without this key those of the PSA count, and rows of other systems are evidence for an agreement alone.")
        {
            With = ["on an account"],
            Example = OneLead,
        })
        {
            Needs = [new(Sources.Roles, "system")],
        },
        new("with", new(
            "The career level that every holder must have reached, in the order that firm.yaml gives; `lead level` is what the firm asks by the account's importance.",
            "One holder below it is `breached`.",
            "Where the firm asks for no level, it is `not applicable`; a holder whose level is not known makes it `unknown(figure_incomplete)`.")
        {
            With = ["importance"],
            Example = """
                - id: senior-lead
                  title: Every account lead is at the career level that the account asks for, or above
                  for each: account
                  coverage: { role: account lead, holders: at least 1, in: psa, with: { career level: at least lead level } }
                """,
        })
        {
            Needs = [new(Sources.People, "career_level"), new(Sources.Accounts, "importance")],
        },
        new("within", new(
            "The days within which the others must lie.",
            "A day is within when one of the ranges includes it; both ends of a range belong to it.")
        {
            With = ["signed statement of work"],
            Example = HoursUnderContract,
        }),
    ];
}
