using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What the billable work is worth; whole where every billable entry says its value.</summary>
public static class BillableValue
{
    public static Amount Word { get; } = new("billable value", "worth", "value the billable entries", [new(Sources.Time, "value", "currency")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "What the billable entries of the month are worth by their `value`.",
        "Where a billable entry has no value, be its hours corrected to zero, the amount is not known, and the first invoice of the month fulfils the promise.",
        "Values and invoices in different currencies are not compared: the finding is `unknown(currency_differs)`.")
    {
        With = ["credited invoices"],
        Example = """
            - id: month-invoiced
              title: Invoices are raised within 3 working days of month end
              for each: billable month
              deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
            """,
    };

    private static Parts Of(AccountView view, Case subject)
    {
        var parts = ImmutableArray.CreateBuilder<(LocalDate, Money)>(subject.Work.Count);
        bool whole = true, mixed = false;
        foreach (Work work in subject.Work)
        {
            // Also where corrections take all of the hours away: nobody says that their values do so too.
            whole &= work.ValueIsWhole;
            // What comes to nothing in one currency, or has no value, adds nothing.
            if (work is { BillableHours: 0, Value: 0, Currency: not null } or { ValueIsWhole: false, Value: 0, Currency: Money.NoCurrency })
                continue;
            mixed |= work.Currency is null || (parts.Count > 0 && parts[0].Item2.Currency != work.Currency);
            parts.Add((work.LastDay, new(work.Value, work.Currency ?? Money.NoCurrency)));
        }
        return new(parts.DrainToImmutable(), whole) { Mixed = mixed };
    }
}
