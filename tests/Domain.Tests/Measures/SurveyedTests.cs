using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

public class SurveyedTests
{
    private const string Day = "2026-09-10";

    private static Firm Northwind(string? importance = "strategic") => new Firm().Account(importance: importance).Engagement();

    private static (Verdict, string?) Said(Firm firm, string measure) => firm.Only(measure, Day) is var finding ? (finding.Verdict, finding.Reason) : default;

    [Theory]
    [InlineData(8, null, Verdict.Met, null)]
    [InlineData(7.9, null, Verdict.Breached, "too low")]
    [InlineData(8, 9.9, Verdict.Met, null)]
    [InlineData(8, 10.0, Verdict.Breached, "fell too far")]
    [InlineData(9, 5.0, Verdict.Met, null)]
    public void Satisfaction_is_at_least_eight_and_not_down_by_two(double now, double? before, Verdict verdict, string? reason)
    {
        Firm firm = Northwind().Read("satisfaction", (decimal)now, "2026-08-31");
        if (before is { } earlier)
            firm.Read("satisfaction", (decimal)earlier, "2026-05-31").Read("satisfaction", 1, "2026-02-28");
        Assert.Equal((verdict, reason), Said(firm, "satisfaction"));
    }

    [Fact]
    public void The_latest_reading_by_the_day_counts_and_those_of_a_day_are_one()
    {
        Assert.Equal((Verdict.Met, null), Said(Northwind().Read("satisfaction", 8, Day).Read("satisfaction", 1, "2026-09-11"), "satisfaction"));
        Assert.Equal((Verdict.Met, null), Said(Northwind().Read("satisfaction", 7, Day).Read("satisfaction", 9, Day, on: "E1"), "satisfaction"));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Northwind().Read("satisfaction", 9, "2026-09-11"), "satisfaction"));
        Assert.Equal((Verdict.Met, null), Said(Northwind().Read("satisfaction", 9, "2025-09-11"), "satisfaction"));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Northwind().Read("satisfaction", 9, "2025-09-10"), "satisfaction"));
        Assert.Equal((Verdict.Breached, "fell too far"), Said(Northwind().Read("satisfaction", 8, Day).Read("satisfaction", 10, "2023-01-01"), "satisfaction"));
    }

    [Fact]
    public void A_fall_says_from_where() => Assert.Equal(
        "Account Northwind (A1): satisfaction is 8 (10 as of 1 June 2026), out of bounds since the reading of 10 September 2026; promised is at least 8 and less than 2 below the reading before.",
        Northwind().Read("satisfaction", 8, Day).Read("satisfaction", 10, "2026-06-01").Only("satisfaction", Day).Message);

    [Theory]
    [InlineData(7, 60, Verdict.Met, null)]
    [InlineData(6.9, 60, Verdict.Breached, "engagement score too low")]
    [InlineData(7, 59.9, Verdict.Breached, "share who answered too low")]
    [InlineData(6.9, 59.9, Verdict.Breached, "engagement score too low, share who answered too low")]
    public void A_team_is_engaged_and_enough_of_it_answered(double score, double answered, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Northwind().Read("engagement score", (decimal)score, Day).Read("share who answered", (decimal)answered, Day), "engagement-score"));

    [Fact]
    public void One_figure_out_of_bounds_is_enough_whatever_the_other_is()
    {
        Assert.Equal((Verdict.Breached, "engagement score too low"), Said(Northwind().Read("engagement score", 5, Day), "engagement-score"));
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Northwind().Read("engagement score", 8, Day), "engagement-score"));
    }

    [Theory]
    [InlineData(2, Day, Verdict.Met, null)]
    [InlineData(1, Day, Verdict.Breached, "too low")]
    [InlineData(2, "2025-09-11", Verdict.Met, null)]
    [InlineData(2, "2025-09-10", Verdict.Unknown, Reasons.FigureIncomplete)]
    public void A_strategic_account_draws_on_two_capabilities_in_twelve_months(int count, string asOf, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Northwind().Read("capabilities engaged", count, asOf), "expertise-drawn-on"));

    [Fact]
    public void Only_strategic_accounts_are_asked_and_one_that_may_be_strategic_is_unknown()
    {
        Assert.Empty(Northwind("key").Judge("expertise-drawn-on", Day));
        Assert.Empty(Northwind(null).Judge("expertise-drawn-on", Day));
        Firm unreadable = Northwind(null).Lost(Sources.Accounts, new() { Id = "A1", Account = new("A1") }, "importance");
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(unreadable, "expertise-drawn-on"));
        Assert.Equal(Verdict.Met, unreadable.Read("satisfaction", 9, Day).Only("satisfaction", Day).Verdict);
    }
}
