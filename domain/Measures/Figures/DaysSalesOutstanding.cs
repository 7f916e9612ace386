using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>
/// Days sales outstanding: what is outstanding of all invoices, over what was invoiced in the last 90 days, both with tax, times 90; now and
/// 90 days before, as far as the source's days of payment tell. Credit notes are on neither side. Currencies stand side by side.
/// </summary>
internal static class DaysSalesOutstanding
{
    private const int Days = 90;

    public static IEnumerable<Compared> Of(AccountView view, LocalDate day)
    {
        Dictionary<string, decimal> now = At(view, day), before = At(view, day.PlusDays(-Days));
        foreach (string currency in now.Keys.Order(StringComparer.Ordinal))
        {
            string name = now.Count == 1 ? "days sales outstanding" : $"days sales outstanding in {currency}";
            yield return new(name, Number: now[currency]);
            if (!before.TryGetValue(currency, out decimal then))
                continue;
            yield return new($"{name} {Days} days before", Number: then);
            yield return new($"{name}: trend", Number: now[currency] - then);
        }
    }

    private static Dictionary<string, decimal> At(AccountView view, LocalDate day)
    {
        Dictionary<string, long> invoiced = [], outstanding = [];
        foreach (Item invoice in view.Items(ItemKinds.Invoice))
            if (Invoices.IsLive(invoice) && invoice is { Total: > 0 and var total } && invoice.By(day, ItemDay.Raised) is { } raised)
            {
                outstanding[invoice.Currency] = outstanding.GetValueOrDefault(invoice.Currency) + invoice.OutstandingOn(day);
                if (raised > day.PlusDays(-Days))
                    invoiced[invoice.Currency] = invoiced.GetValueOrDefault(invoice.Currency) + total;
            }
        return invoiced.ToDictionary(i => i.Key, i => Measured.OneDecimal((decimal)outstanding[i.Key] * Days / i.Value));
    }
}
