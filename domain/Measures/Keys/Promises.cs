using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The five promises, of which every measure makes one.</summary>
public static class Promises
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("deadline", new(
            "Something is done within a time before or after something else.",
            "It is `met` when done on or before the due day, `met late` when done after it, and `breached` from the day after the due day while it is not done.",
            "The occasion is the population's own, such as a month or week, or else the day of the anchor.",
            "A finding goes by the terms in force on its anchor.")
        {
            With = ["verdicts"],
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
        new("cadence", new(
            "Something happens at least so often: once in each calendar period, or never more than a duration apart.",
            "`every: month` and the other periods are judged period by period; `every: 2 weeks` and other durations roll.",
            "A finding goes by the terms in force on the first day of its period, and a rolling one by those in force on the day judged.")
        {
            With = ["verdicts", "period cadences", "rolling cadences"],
            Example = """
                - id: monthly-review
                  title: A service review is held every month, with the customer present
                  for each: account
                  cadence: { activity: service review, every: month, evidence: held, attended by: { all of: [customer] } }
                  warn: 5 working days
                """,
        }),
        new("threshold", new(
            "A figure stays within its bounds, or all of several do.",
            "It is judged on the day judged for subjects that are active then; out of bounds is `breached`.",
            "One figure out of bounds is enough, and a figure that does not apply is left out.")
        {
            With = ["verdicts"],
            Example = """
                - id: team-used
                  title: Utilisation over 4 weeks lies between 75 % and 90 %
                  for each: account
                  threshold: { figure: utilisation, at least: 75, at most: 90 }
                """,
        }),
        new("coverage", new(
            "A role is held by so many people, a document is in force, or days lie within other days.",
            "It is judged on the day judged, for subjects that are active then.",
            "It needs its sources read and fresh: who is missing in a file that was not read is `unknown`.")
        {
            With = ["verdicts"],
            Example = """
                - id: one-lead
                  title: Each account has exactly one account lead
                  for each: account
                  coverage: { role: account lead, holders: exactly 1, in: psa }
                """,
        }),
        new("agreement", new(
            "Systems tell the same story: of a record, or of who holds a role.",
            "It is judged on the day judged; each system is compared with the first.",
            "A difference is `breached`, and its reason names the field.")
        {
            With = ["verdicts"],
            Example = """
                - id: pipelines-agree
                  title: Each opportunity stands in the CRM and the PSA alike
                  for each: opportunity
                  agreement: { record: opportunity, in: [crm, psa], same: [status, stage], within: { value: 10 % } }
                """,
        }),
    ];
}
