using NodaTime;
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
        [new(Sources.Invoices, "paid_on", "outstanding", "status")], Of);

    private static Outcome Of(AccountView view, Case subject)
    {
        if (subject.Item is not { } item || Outstanding(item, view.Today) > 0)
            return Outcome.Not;
        return Outcome.DoneOn(item.On(ItemDay.Paid));
    }

    /// <summary>What is outstanding at the end of the day, in minor units: the file's figure, or the total where it was paid later.</summary>
    public static long Outstanding(Item item, LocalDate today)
    {
        if (item.On(ItemDay.Paid) > today)
            return item.Total ?? 0;
        bool closed = item.State == "paid" || item.On(ItemDay.Paid) is not null;
        return item.Outstanding ?? (closed ? 0 : item.Total ?? 0);
    }
}
