using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of a Deadline, of its <c>done</c> and of its <c>total</c>.</summary>
public static class DeadlineKeys
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

    public static ImmutableArray<Entry> All { get; } =
    [
        new("done", new(
            "What fulfils the promise: one event, `all of` several, or a `total` that reaches a share.",
            "What is done after the day judged is not done yet.")
        {
            With = ["total"],
            Example = DebtCollected,
        }),
        new("within", new(
            "The time between the anchor and the due day; without it the anchor's own day is due.",
            "Working days and calendar days are counted from the day after the anchor; months clip to the last day of the month.")
        {
            With = ["working days"],
            Example = DebtCollected,
        }),
        new("after", new(
            "The anchor from which the due day is counted forwards.",
            "The anchor's own day is not counted: `1 working day` after a Friday is the Monday.")
        {
            With = ["working days"],
            Example = DebtCollected,
        }),
        new("before", new(
            "The anchor from which the due day is counted backwards; without `within` the anchor's own day is due.",
            "What is done on the due day itself is in time.")
        {
            With = ["working days"],
            Example = """
                - id: contract-first
                  title: The statement of work is signed and recorded before work commences
                  for each: statement of work
                  deadline: { done: { all of: [signed by all parties, recorded] }, before: work start }
                  warn: 10 working days
                """,
        }),
        new("and before", new(
            "A second bound: of the two days the earlier is due.",
            "For an absence asked for before it begins, the second bound is its first day; for one asked for on or after that day it falls away.")
        {
            Example = """
                - id: absences-decided
                  title: Absences are decided on within 2 working days of the week in which they were asked for, and before they begin
                  for each: absence request
                  deadline: { done: decided, within: 2 working days, after: week end, and before: its start }
                  alert per: occasion
                """,
        }),
    ];
}
