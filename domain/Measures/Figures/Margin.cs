using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>
/// What the cost of 3 months leaves of their revenue, in per cent to one decimal (IW). Revenue is what was invoiced net; the cost is what
/// the readings of the figure <c>cost</c> within the months come to, in the currency of the account's invoices.
/// </summary>
public static class Margin
{
    private const int Months = 3;
    private const string CostFigure = "cost";

    public static Figure Word { get; } = new("margin", " %",
        [Revenue.Need, new(Sources.Readings, "figure", "account_id", "value", "as_of") { Kinds = [CostFigure] }], Window, Of);

    private static (LocalDate, LocalDate)? Window(LocalDate day) => (First(day), day);

    private static LocalDate First(LocalDate day) => day.PlusMonths(-Months).PlusDays(1);

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        Parts revenue = Revenue.Of(view, First(day), day);
        if (revenue.Mixed)
            return Measured.Unsure(Reasons.CurrencyDiffers, "its invoices of three months are in several currencies");
        if (revenue.Sum() is not { Minor: > 0 } earned)
            return Measured.DoesNotApply;
        Reading[] costs = [.. view.Readings(CostFigure).Where(r => r.AsOf >= First(day) && r.AsOf <= day)];
        if (costs.Length == 0)
            return Measured.Unsure(Reasons.FigureIncomplete, $"no cost from {First(day).InWords()} to {day.InWords()} is given; give it in readings.csv as the figure '{CostFigure}'");
        Money cost = Money.FromUnits(costs.Sum(r => r.Value), earned.Currency);
        return Measured.Of(Measured.OneDecimal(100m - (100m * cost.Minor / earned.Minor))) with
        {
            Beside = [new("revenue of 3 months", Money: earned), new("cost of 3 months", Money: cost)],
        };
    }
}
