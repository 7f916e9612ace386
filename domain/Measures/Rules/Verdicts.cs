using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>What the words of a verdict mean, and when each is given.</summary>
public static class Verdicts
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
        new("verdicts", new(
            "A promise due on a day is kept until the end of that day in the firm's zone.",
            "It is `met` when done by then, `met late` when done later, and `breached` when the day judged lies after the due day and it is not done.",
            "It is `at risk` when it is not done and the warning has begun, and else `not due`.",
            "Something done after the day judged is not done yet.")
        {
            Example = DebtCollected,
        }),
        new("missing data", new(
            "Missing data is neither good news nor bad news: what cannot be judged is `unknown`, with a reason.",
            "Evidence that is there decides, whatever else is missing.",
            "`breached` for lack of evidence needs every source that could hold it, read in full as of later than the due day and not stale.")
        {
            With = ["stale after"],
            Example = DebtCollected,
        }),
    ];
}
