namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The last day of the month that the subject is for.</summary>
public static class MonthEnd
{
    public static Anchor Word { get; } = new("month end", [], (_, subject) => subject.Month?.ToDateInterval().End) { Phrase = "the end of the month", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The last calendar day of the month that the subject is for, whether or not it is a working day.",
        "`3 working days` after it is the third working day of the next month: in England 2026-04-07 for March 2026.")
    {
        With = ["working days"],
        Example = """
            - id: invoice-raised-early
              title: Invoices are raised within 3 working days of month end
              for each: billable month
              deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
            """,
    };
}
