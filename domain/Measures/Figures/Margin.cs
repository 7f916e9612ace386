using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>What the cost leaves of an account's revenue (IW).</summary>
public static class Margin
{
    private const int Months = 3;
    private const string CostFigure = "cost";
    private const string Earned = "revenue of 3 months";
    private const string Spent = "cost of 3 months";

    public static Figure Word { get; } = new("margin", " %",
        [Revenue.Need, new(Sources.Readings, "figure", "account_id", "value", "as_of") { Kinds = [CostFigure] }], day => WholeMonths.Before(day, Months), Of)
    {
        Told = now => $"revenue {now.Named(Earned).InWords}, cost {now.Named(Spent).InWords}", Remedy = Remedy, Meaning = Meaning,
    };

    private static Meaning Meaning => new(
        "What cost leaves of the revenue of the 3 calendar months that ended before the day judged, in per cent; revenue is invoiced net, cost the readings of the figure `cost`.",
        "Each month with revenue above zero needs a reading of cost, else the finding is `unknown(figure_incomplete)` and names the month.",
        "Cost and a revenue of zero or less is `breached`, reason `no revenue`, even where a month lacks its cost; neither cost nor revenue is `not applicable`.")
    {
        Example = """
            - id: margin-reached
              title: The margin over 3 months reaches the account's target
              for each: account
              threshold: { figure: margin, at least: margin target }
            """,
    };

    private static string? Remedy(Gap gap)
    {
        if (!gap.TooLow || gap.Beside(Earned) is not { } earned || gap.Beside(Spent) is not { } spent)
            return null;
        string? invoice = gap.Bound >= 100 ? null : $"invoice {earned.Short(spent.Minor / (1 - (gap.Bound / 100m)))} more";
        // Where nothing is earned, only spending nothing would do.
        string? spend = earned.Minor <= 0 ? null : $"spend {earned.Of(1 - (gap.Bound / 100m)).Short(spent.Minor)} less";
        return (spend ?? invoice) is null ? null : $"{string.Join(", or ", new[] { spend, invoice }.OfType<string>())} in {Months} months, to reach {gap.Bound.Text()} %";
    }

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        (LocalDate first, LocalDate last) = WholeMonths.Before(day, Months);
        Parts revenue = Revenue.Of(view, first, last);
        Reading[] costs = [.. view.Readings(CostFigure).Where(r => r.AsOf >= first && r.AsOf <= last)];
        decimal spent = costs.Sum(r => r.Value);
        if (!Revenue.IsAny(revenue))
            return spent > 0 ? WithoutRevenue(revenue, spent) : Measured.DoesNotApply with { Why = "there is neither revenue nor cost" };
        if (revenue.Mixed)
            return Measured.Unsure(Reasons.CurrencyDiffers, "its invoices of three months are in several currencies");
        Money earned = revenue.Sum().GetValueOrDefault();
        // The cost of a month that lacks would make the margin look better than it is.
        var months = revenue.All.GroupBy(p => p.On.ToYearMonth()).Where(m => m.Sum(p => p.Amount.Minor) > 0).Select(m => m.Key).Order();
        if (months.FirstOrDefault(m => Array.TrueForAll(costs, r => r.AsOf.ToYearMonth() != m)) is var lacking && lacking != default)
            return Measured.Unsure(Reasons.FigureIncomplete, $"the cost of {lacking.InWords()} is not given", $"give the cost of {lacking.InWords()} in {Sources.Readings}, as the figure '{CostFigure}'");
        Money cost = Money.FromUnits(spent, earned.Currency);
        return Measured.Of(100m - (100m * cost.Minor / earned.Minor)) with
        {
            Beside = [new(Earned, Money: earned), new(Spent, Money: cost)],
        };
    }

    private static Measured WithoutRevenue(Parts revenue, decimal spent)
    {
        Money earned = (revenue.Mixed ? null : revenue.Sum()) ?? new(0, Money.NoCurrency), cost = Money.FromUnits(spent, earned.Currency);
        return Measured.Broken("no revenue", $"there is no revenue to cover the cost of {cost}") with { Beside = [new(Earned, Money: earned), new(Spent, Money: cost)] };
    }
}
