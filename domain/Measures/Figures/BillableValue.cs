using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What the billable work is worth; whole where every billable entry says its value.</summary>
public static class BillableValue
{
    public static Amount Word { get; } = new("billable value", "worth", "value the billable entries", [new(Sources.Time, "value", "currency")], Of);

    private static Parts Of(AccountView view, Case subject)
    {
        var parts = ImmutableArray.CreateBuilder<(LocalDate, Money)>(subject.Work.Length);
        bool whole = true, mixed = false;
        foreach (Work work in subject.Work)
        {
            if (work is { BillableHours: 0, Value: 0 })
                continue;
            whole &= work.ValueIsWhole;
            mixed |= work.Currency is null || (parts.Count > 0 && parts[0].Item2.Currency != work.Currency);
            parts.Add((work.LastDay, new(work.Value, work.Currency ?? Money.NoCurrency)));
        }
        return new(parts.DrainToImmutable(), whole) { Mixed = mixed };
    }
}
