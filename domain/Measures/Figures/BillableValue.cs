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
        "Where a billable entry has no value, the amount is not known, and the first invoice of the month fulfils the promise.",
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
            if (work is { BillableHours: 0, Value: 0 })
                continue;
            whole &= work.ValueIsWhole;
            // Hours without any value are in no currency.
            if (!work.ValueIsWhole && work is { Value: 0, Currency: Money.NoCurrency })
                continue;
            mixed |= work.Currency is null || (parts.Count > 0 && parts[0].Item2.Currency != work.Currency);
            parts.Add((work.LastDay, new(work.Value, work.Currency ?? Money.NoCurrency)));
        }
        return new(parts.DrainToImmutable(), whole) { Mixed = mixed };
    }
}
