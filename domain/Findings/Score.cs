using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>
/// The score of a measure, account and month: met / (met + met late + breached) over the findings due in the month. Other verdicts
/// stand beside it and are not in it.
/// </summary>
/// <param name="Counts">By verdict, in the order of <see cref="Verdict"/>.</param>
/// <param name="AtStake">The money that waits on what is open, an amount a currency, in order of currency.</param>
public sealed record Score(string Measure, YearMonth Month, ImmutableArray<int> Counts, ImmutableArray<Money> AtStake)
{
    /// <summary>Between 0 and 1; null where there is nothing to divide by.</summary>
    public decimal? Value => Of(Verdict.Met) + Of(Verdict.MetLate) + Of(Verdict.Breached) is var judged and > 0 ? (decimal)Of(Verdict.Met) / judged : null;

    public int Of(Verdict verdict) => Counts[(int)verdict];

    /// <summary>The scores of one account's findings. A standing condition, which is due on no day, counts in the month of the day judged.</summary>
    public static IEnumerable<Score> Of(IEnumerable<Finding> findings, LocalDate today) =>
        findings.GroupBy(f => (f.Measure, Month: MonthOf(f, today))).Select(g => Of(g.Key.Measure, g.Key.Month, g));

    private static YearMonth MonthOf(Finding finding, LocalDate today) =>
        (finding.Occasion.Length > 0 && finding.Due is { } due ? due : today).ToYearMonth();

    private static Score Of(string measure, YearMonth month, IEnumerable<Finding> findings)
    {
        var counts = new int[Verdicts.Names.Count];
        List<Money> money = [];
        foreach (Finding finding in findings)
        {
            counts[(int)finding.Verdict]++;
            if (finding.Verdict is Verdict.AtRisk or Verdict.Breached && finding.Basis.AtStake(finding) is { } amount)
                money.Add(amount);
        }
        return new(measure, month, [.. counts],
            Money.Sums(money));
    }
}
