using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

/// <summary>The score of a month: met over what was met, met late or breached; the rest stands beside it.</summary>
public class ScoreTests
{
    private static Score Of(Firm firm, string measure, string day, string month) =>
        Score.Of(firm.Judge(measure, day), day.Day()).Single(s => s.Month == month.Month());

    private static Firm Invoices() => new Firm().Account().Engagement()
        .Invoice("met", due: "2026-08-02", outstanding: 0, paid: "2026-08-20").Invoice("late", due: "2026-08-02", outstanding: 0, paid: "2026-09-10")
        .Invoice("open", due: "2026-08-02", outstanding: 700).Invoice("risk", due: "2026-08-20", outstanding: 300).Invoice("unknown", due: null);

    [Fact]
    public void Met_over_all_that_was_decided()
    {
        Score score = Of(Invoices(), "no-aged-debt", "2026-09-15", "2026-09");
        Assert.Equal((1, 1, 1, 1), (score.Of(Verdict.Met), score.Of(Verdict.MetLate), score.Of(Verdict.Breached), score.Of(Verdict.AtRisk)));
        Assert.Equal(1m / 3, score.Value);
        Assert.Equal(new Facts.Money(1_000, "GBP"), Assert.Single(score.AtStake));
    }

    [Fact]
    public void Nothing_to_divide_by_is_no_score() =>
        Assert.Null(Of(new Firm().Account().Engagement().Invoice(due: "2026-09-20"), "no-aged-debt", "2026-09-15", "2026-10").Value);

    [Fact]
    public void A_standing_condition_counts_in_the_month_of_the_day_judged() =>
        Assert.Equal(0m, Of(new Firm().Account(), "single-account-lead", "2026-09-15", "2026-09").Value);
}
