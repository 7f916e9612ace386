using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>How days, weeks and regions are reckoned.</summary>
public static class WorkingDays
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("working days", new(
            "Monday to Friday, without the bank holidays of the region and the firm's closures; the region is the account's, and the firm's where it has none.",
            "N working days after a day is the N-th working day strictly after it: in England, 3 after 2026-03-31 is 2026-04-07, and 3 after 2025-12-31 is 2026-01-06.",
            "N working days before a day is the N-th strictly before it; N days are calendar days.")
        {
            With = ["warn"],
            Example = """
                - id: debt-collected
                  title: No debt is more than 30 days overdue
                  for each: invoice
                  deadline: { done: paid, within: 30 days, after: due date }
                  warn: 5 working days
                  severity: high
                  alert on old: yes
                  roll up: ageing
                """,
        })
        {
            Needs = [new(Sources.Accounts, "region")],
        },
        new("weeks", new(
            "A week is an ISO week, from Monday to Sunday, and ends on its Sunday.",
            "The occasion of a week is written as `2026-W36`; the first days of January may belong to a week of the year before.")
        {
            With = ["week end", "end of its due week"],
            Example = """
                - id: timesheets-in-time
                  title: Timesheets are approved within 2 working days of the week's end
                  for each: timesheet
                  deadline: { done: approved, within: 2 working days, after: week end }
                """,
        }),
        new("active", new(
            "An account or engagement is active when its status is `active` (case ignored) and the day judged lies within `started_on` to `ended_on`.",
            "Both days are included, a blank one is open, and a blank status is active.",
            "Measures for each account go by whether it has ended instead, as `ended accounts` says.")
        {
            With = ["ended accounts", "active engagement"],
            Example = """
                - id: leads-of-delivery
                  title: Each active engagement has a delivery lead
                  for each: active engagement
                  coverage: { role: delivery lead, holders: at least 1 }
                """,
        })
        {
            Needs = [new(Sources.Accounts, "status", "started_on", "ended_on"), new(Sources.Engagements, "status", "started_on", "ended_on")],
        },
    ];
}
