using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What an account was invoiced without tax, credit notes taken off, each on the day it was raised.</summary>
internal static class Revenue
{
    public static Need Need { get; } = new(Sources.Invoices, "account_id", "raised_on", "total", "net", "currency", "status");

    /// <summary>Whether it comes to more than zero in any currency.</summary>
    public static bool IsAny(Parts revenue) => revenue.All.GroupBy(p => p.Amount.Currency).Any(c => c.Sum(p => p.Amount.Minor) > 0);

    /// <param name="first">The first day, and it is among them, as the last is.</param>
    public static Parts Of(AccountView view, LocalDate first, LocalDate last)
    {
        var parts = ImmutableArray.CreateBuilder<(LocalDate, Money)>();
        foreach (Item invoice in view.Items(ItemKinds.Invoice))
            if (Invoices.IsLive(invoice) && invoice.On(ItemDay.Raised) is { } raised && raised >= first && raised <= last)
                parts.Add((raised, new(invoice.Net ?? invoice.Total ?? 0, invoice.Currency)));
        return new(parts.ToImmutable(), true) { Mixed = parts.Any(p => p.Item2.Currency != parts[0].Item2.Currency) };
    }
}
