using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of what fulfils a Deadline.</summary>
public static class DoneKeys
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("all of", new(
            "Every event of the list must have happened.",
            "The promise is done on the latest of their days.",
            "One event that is not done leaves the whole open, and the evidence names it.")
        {
            Example = """
                - id: contract-first
                  title: The statement of work is signed and recorded before work commences
                  for each: statement of work
                  deadline: { done: { all of: [signed by all parties, recorded] }, before: work start }
                  warn: 10 working days
                """,
        }),
        new("total", new(
            "An amount that grows by dated parts reaches a share of another amount.",
            "It is done on the day on which the sum first reaches the share.",
            "It must still hold on the day judged as the amount's own rule says.")
        {
            With = ["invoiced net", "hours booked", "billable value", "available hours"],
            Example = """
                - id: month-invoiced
                  title: Invoices are raised within 3 working days of month end
                  for each: billable month
                  deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
                """,
        }),
    ];
}
