using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The invoice is paid.</summary>
public static class Paid
{
    public static Event Word { get; } = new("paid", "paid", "collect what is outstanding, or credit it",
        [new(Sources.Invoices, "paid_on", "outstanding", "currency", "status")], Of)
    {
        RemedyFor = (view, subject) => subject.Item is { } item ? Remedy(item, new(item.OutstandingOn(view.Today), item.Currency)) : null,
        Meaning = Meaning,
    };

    private static Meaning Meaning => new(
        "Nothing of the invoice is outstanding on the day judged; it is done on its `paid_on`.",
        "What is outstanding decides, whatever status or `paid_on` say, and a contradiction is noted.",
        "Nothing outstanding and no day of payment is `met` on a day that is not known.")
    {
        With = ["what is outstanding"],
        Example = """
            - id: debt-collected
              title: No debt is more than 30 days overdue
              for each: invoice
              deadline: { done: paid, within: 30 days, after: due date }
              warn: 7 days
            """,
    };

    private static string Remedy(Item item, Money outstanding) => item.Disputed
        ? $"settle the dispute, then collect or credit {outstanding}"
        : $"collect {outstanding}, or credit it";

    private static Outcome Of(AccountView view, Case subject)
    {
        if (subject.Item is not { } item || item.OutstandingOn(view.Today) > 0)
            return Outcome.Not;
        return Outcome.DoneOn(item.On(ItemDay.Paid));
    }
}
