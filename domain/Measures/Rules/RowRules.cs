using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>What rows that repeat or name nobody count for.</summary>
public static class RowRules
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("people nobody knows", new(
            "Rows of time.csv and roles.csv whose person people.csv does not have are counted and reported as unmatched, with their lines.",
            "They make `unknown(identity_unmatched)` what lacks evidence of accounts that no row of that file matches.")
        {
            With = ["missing data", "on an account"],
            Example = """
                - id: talks-held
                  title: Each person on an account has a one-to-one every month
                  for each: person on an account
                  cadence: { activity: one-to-one, every: month, of: lead, about: person, pause: leave }
                  warn: 5 working days
                """,
        })
        {
            Needs = [new(Sources.People, "person_id"), new(Sources.Time, "person_id"), new(Sources.Roles, "person_id")],
        },
        new("duplicate ids", new(
            "Identical rows with one id count once, and are noted.",
            "Rows with one id that differ are all set aside, so that their subject is `unknown`.",
            "Time, roles and readings have no id: equal rows there are separate facts.")
        {
            With = ["missing data"],
            Example = """
                - id: debt-collected
                  title: No debt is more than 30 days overdue
                  for each: invoice
                  deadline: { done: paid, within: 30 days, after: due date }
                  warn: 7 days
                  severity: high
                  alert on old: yes
                  roll up: ageing
                """,
        }),
        new("readings", new(
            "A figure that others measure is the latest reading of its name in readings.csv by the day judged.",
            "Several readings of one day are one, their mean.",
            "An account takes those of its engagements for its own; without a reading the finding is `unknown(figure_incomplete)`.")
        {
            Example = """
                - id: customers-satisfied
                  title: Satisfaction is at least 8 of 10, and not down by 2 or more
                  for each: account
                  threshold: { figure: satisfaction, at least: 8, change: { above: -2, since: previous } }
                """,
        })
        {
            Needs = [new(Sources.Readings, "figure", "account_id", "value", "as_of")],
        },
    ];
}
