using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>
/// Nothing of the item is outstanding by the day judged. What was paid after that day counts as wholly outstanding; nothing outstanding
/// and no day of payment is done on a day that nobody gives.
/// </summary>
public static class Paid
{
    public static Event Word { get; } = new("paid", "paid", "collect what is outstanding, or credit it",
        [new(Sources.Invoices, "paid_on", "outstanding", "currency", "status")], Of)
    {
        RemedyFor = (view, subject) => subject.Item is { } item ? Remedy(item, new(item.OutstandingOn(view.Today), item.Currency)) : null,
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
