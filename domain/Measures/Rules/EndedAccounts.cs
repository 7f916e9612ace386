using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>What is still asked of an account that has ended.</summary>
public static class EndedAccounts
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("ended accounts", new(
            "An account has ended from the day after its `ended_on`, whatever its status; one that is not active and has no `ended_on` has ended for whatever has no date of its own.",
            "What began before the end is judged to its own due day; what would begin after it is not judged, for its people and engagements too, and a known future end counts at once.",
            "Standing conditions of an ended account are not judged, and rolling Cadences end with it.",
            "Without an `ended_on`, an account not active has its Deadlines judged and its period Cadences not.")
        {
            Example = """
                - id: one-lead
                  title: Each account has exactly one account lead
                  for each: account
                  coverage: { role: account lead, holders: exactly 1, in: psa }
                """,
        })
        {
            Needs = [new(Sources.Accounts, "status", "ended_on")],
        },
        new("begun before the end", new(
            "A month or a week is begun on its first day, an obligation on the first day of the week in which it falls due, a claim on its submission, an absence on its request.",
            "What is asked of an engagement begins on its start, legal documents and statements of work when work commences, a stay on its first day.",
            "Any other item begins on its `anchor_on`; a blank one lies before any end.")
        {
            With = ["ended accounts"],
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
        })
        {
            Needs = [new(Sources.Accounts, "ended_on")],
        },
    ];
}
