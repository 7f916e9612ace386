using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of a measure.</summary>
public static class MeasureKeys
{
    private const string DebtCollected = """
        - id: debt-collected
          title: No debt is more than 30 days overdue
          for each: invoice
          deadline: { done: paid, within: 30 days, after: due date }
          warn: 7 days
          severity: high
          alert on old: yes
          roll up: ageing
        """;

    private const string DebtByTerms = """
        - id: debt-by-terms
          title: No debt is more than 30 days overdue
          for each: invoice
          deadline: { done: paid, within: 30 days, after: due date }
          terms: [{ from: 2027-01-01, within: 45 days }]
          overrides: [{ account: A1, from: 2026-07-01, reason: 60-day terms, within: 60 days }]
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("id", new(
            "The measure's name in results and alerts: lower-case letters, digits and hyphens, beginning with a letter, at most 60.",
            "Findings and alerts are known by it: another id is another measure with a history of its own.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = DebtCollected,
        }),
        new("title", new(
            "The promise as a sentence that people read in results and alerts.",
            "It has at most 200 characters, and changing it changes no finding.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = DebtCollected,
        }),
        new("for each", new(
            "The population that the measure is about: each subject of it has its own findings.",
            "The events, anchors and figures must make sense for the population.",
            "An empty population gives no finding and is never `met`.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = DebtCollected,
        }),
        new("where", new(
            "It narrows the population to the subjects with one of the listed values.",
            "Several attributes must all fit.",
            "Where the value of a subject could not be read, the subject is kept and its findings are `unknown`.")
        {
            With = ["importance", "role", "stakeholder role"],
            Example = """
                - id: core-team-meets
                  title: The whole core team of a strategic account meets every month
                  for each: account
                  where: { importance: strategic }
                  cadence: { activity: account team meeting, every: month, of: core }
                """,
        }),
        new("warn", new(
            "How long before the due day a promise that is not done becomes `at risk`.",
            "A warning of N working days begins on the N-th working day strictly before the due day, one of N days on that calendar day.",
            "A measure without `warn` is never `at risk`.")
        {
            With = ["deadline", "cadence", "verdicts", "working days"],
            Example = DebtCollected,
        }),
        new("severity", new(
            "How grave a breach is: `low`, `medium` (the default), `high` or `critical`.",
            "It orders lists and chooses who is told; it changes no verdict.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = DebtCollected,
        }),
        new("alert per", new(
            "Which findings of the measure and account one alert gathers: `subject`, `occasion` (all subjects of it) or `account` (all).",
            "Without it, an alert is for subject and occasion of a Deadline, and for the subject of any other promise.",
            "An alert opens with its first open finding, is as bad as the worst, and resolves with the last.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = """
                - id: absences-decided
                  title: Absences are decided on within 2 working days of the week in which they were asked for, and before they begin
                  for each: absence request
                  deadline: { done: decided, within: 2 working days, after: week end, and before: its start }
                  alert per: occasion
                """,
        }),
        new("alert on old", new(
            "Whether findings due before the firm's `watch from` day open alerts too.",
            "They are judged and scored in any case.",
            "Standing conditions always open alerts.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = DebtCollected,
        }),
        new("stale after", new(
            "How old a source may be that it is judged by; 3 working days where it is left out.",
            "What lacks the evidence of an older source is `unknown(source_stale)`.",
            "Evidence that is there decides, however old its source is.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = """
                - id: psa-up-to-date
                  title: The PSA record of each engagement is updated every 7 days
                  for each: active engagement
                  cadence: { activity: record updated, every: 7 days }
                  stale after: 10 days
                """,
        }),
        new("promised from", new(
            "The day from which the measure is promised: nothing before it is judged.",
            "A deadline whose anchor lies before it, and a period of a cadence that begins before it, have no finding; of every other promise there is none while the day judged lies before it.",
            "The clock of a rolling cadence starts on it at the earliest: what happened before keeps nothing.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = """
                - id: large-invoices
                  title: No invoice above 50,000 is open for more than 14 days after its date
                  for each: invoice
                  where: { total: { above: { GBP: 50000 } } }
                  deadline: { done: paid, within: 14 days, after: invoice date }
                  promised from: 2026-10-01
                """,
        }),
        new("caused by", new(
            "The id of another deadline that holds this one up while it is open.",
            "A breach then says what it waits for, and its alert carries the fingerprint of the other's alert.",
            "The clock keeps running, and no measure is behind itself.")
        {
            With = ["deadline"],
            Example = """
                - id: timesheets-in-time
                  title: Timesheets are approved within 2 working days of the week's end
                  for each: timesheet
                  deadline: { done: approved, within: 2 working days, after: week end }
                - id: month-invoiced
                  title: Invoices are raised within 3 working days of month end
                  for each: billable month
                  deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
                  caused by: timesheets-in-time
                """,
        }),
        new("roll up", new(
            "A table that the measure fills beside its findings; `ageing` is the only one.",
            "It is made from all usable rows and not from the findings alone, so that it adds up to the ledger.")
        {
            With = ["ageing bands"],
            Example = DebtCollected,
        }),
        new("source", new(
            "Where the rule comes from.",
            "It is shown beside the measure and changes no finding.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = """
                - id: debt-collected
                  title: No debt is more than 30 days overdue
                  for each: invoice
                  deadline: { done: paid, within: 30 days, after: due date }
                  warn: 7 days
                  severity: high
                  alert on old: yes
                  roll up: ageing
                  source: IW
                """,
        }),
        new("terms", new(
            "Terms that take the place of the first ones from a day on.",
            "An entry has `from` and the keys that change, for every account; what it leaves out stays as it was.",
            "The anchors of a deadline, and the record of an agreement, do not change.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement", "overrides"],
            Example = DebtByTerms,
        }),
        new("overrides", new(
            "Terms that an account has of its own.",
            "An entry has the account, the reason, the keys that change, and `from` where they have not held ever since.",
            "They go before the terms for every account.",
            "An account that accounts.csv does not have is told when the policy is used.")
        {
            With = ["deadline", "cadence", "threshold", "coverage", "agreement"],
            Example = DebtByTerms,
        }),
    ];
}
