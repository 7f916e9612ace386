using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The growth of an account's revenue from one year to the next (KRA).</summary>
public static class Growth
{
    private const int Months = 12;
    private const string Now = "revenue of 12 months";
    private const string Before = "revenue of the 12 before";

    public static Figure Word { get; } = new("growth", " %", [new(Sources.Accounts, "started_on"), Revenue.Need], day => WholeMonths.Before(day, 2 * Months), Of)
    {
        Over = day => WholeMonths.Before(day, Months), Told = now => $"revenue {now.Named(Now).InWords}, and {now.Named(Before).InWords} in the {Months} months before", Remedy = Remedy, Meaning = Meaning,
    };

    private static Meaning Meaning => new(
        "By how many per cent the revenue of the 12 calendar months that ended before the day judged exceeds that of the 12 before; revenue is what was invoiced net, less credit notes.",
        "An account younger than those 24 months, or with earlier revenue of zero or less, is `not applicable`.",
        "Invoices in several currencies are `unknown(currency_differs)`.")
    {
        Example = """
            - id: accounts-grow
              title: The revenue of 12 months grows by the account's target
              for each: account
              threshold: { figure: growth, at least: growth target }
            """,
    };

    private static string? Remedy(Gap gap) => gap.TooLow && gap.Beside(Now) is { } now && gap.Beside(Before) is { } before
        ? $"invoice {now.Short(before.Minor * (1 + (gap.Bound / 100m)))} more in {Months} months, to grow by {gap.Bound.Text()} %" : null;

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        (LocalDate first, LocalDate last) = WholeMonths.Before(day, 2 * Months);
        LocalDate second = first.PlusMonths(Months);
        if (view.Account.StartedOn > first)
            return Measured.DoesNotApply with { Why = $"the account is younger than {2 * Months} months" };
        Parts all = Revenue.Of(view, first, last);
        if (!Revenue.IsAny(all with { All = all.All.RemoveAll(p => p.On >= second) }))
            return Measured.DoesNotApply with { Why = $"the {Before} is zero or less" };
        if (all.Mixed)
            return Measured.Unsure(Reasons.CurrencyDiffers, "its invoices of two years are in several currencies");
        Money sum = all.Sum().GetValueOrDefault();
        Money before = sum with { Minor = all.All.Where(p => p.On < second).Sum(p => p.Amount.Minor) };
        Money now = sum with { Minor = sum.Minor - before.Minor };
        return Measured.Of((100m * now.Minor / before.Minor) - 100) with
        {
            Beside = [new(Now, Money: now), new(Before, Money: before)],
        };
    }
}
