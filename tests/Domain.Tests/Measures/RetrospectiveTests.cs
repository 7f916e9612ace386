using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>
/// The last one on 1 September 2026: 14 days later is Tuesday the 15th, 2 working days of grace make it Thursday the 17th, and the
/// third working day before that is Monday the 14th.
/// </summary>
public class RetrospectiveTests
{
    private const string Id = "retrospective";

    private static Firm Team(string? from = "2026-01-05") =>
        new Firm().Account().Engagement(from: from).Assigned("P1", on: "E1").Assigned("P2", on: "E1");

    [Theory]
    [InlineData("2026-09-01", Verdict.Met)]
    [InlineData("2026-09-13", Verdict.Met)]
    [InlineData("2026-09-14", Verdict.AtRisk)]
    [InlineData("2026-09-17", Verdict.AtRisk)]
    [InlineData("2026-09-18", Verdict.Breached)]
    public void It_is_met_from_one_until_the_warning_for_the_next(string day, Verdict verdict)
    {
        Finding finding = Team().Held(Id, "2026-08-20", engagement: "E1").Held(Id, "2026-09-01", engagement: "E1").Only(Id, day);
        Assert.Equal((verdict, "E1", "", "2026-09-17".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-09-13", Verdict.NotDue)]
    [InlineData("2026-09-14", Verdict.AtRisk)]
    [InlineData("2026-09-18", Verdict.Breached)]
    public void Before_the_first_it_counts_from_the_start(string day, Verdict verdict) =>
        Assert.Equal(verdict, Team(from: "2026-09-01").Only(Id, day).Verdict);

    [Fact]
    public void A_squad_health_check_will_do() =>
        Assert.Equal(Verdict.Met, Team().Held("squad health check", "2026-09-10", engagement: "E1").Only(Id, "2026-09-18").Verdict);

    [Fact]
    public void One_held_before_the_engagement_began_shortens_nothing() =>
        Assert.Equal("2026-09-17".Day(), Team(from: "2026-09-01").Held(Id, "2026-08-20", engagement: "E1").Only(Id, "2026-09-10").Due);

    [Fact]
    public void One_of_another_engagement_or_of_the_account_does_nothing() =>
        Assert.Equal(Verdict.Breached, Team().Held(Id, "2026-09-10", engagement: "E2").Held(Id, "2026-09-10").Only(Id, "2026-09-18").Verdict);

    [Fact]
    public void What_is_booked_or_comes_later_is_not_one() =>
        Assert.Equal(Verdict.Breached, Team().Held(Id, "2026-09-10", Facts.Rung.Accepted, engagement: "E1").Held(Id, "2026-09-19", engagement: "E1").Only(Id, "2026-09-18").Verdict);

    [Fact]
    public void Without_a_start_and_without_one_there_is_nothing_to_count_from() =>
        Assert.Equal(Reasons.AnchorMissing, Team(from: null).Only(Id, "2026-09-18").Reason);

    [Fact]
    public void One_person_is_no_team()
    {
        Firm one = new Firm().Account().Engagement().Assigned("P1", on: "E1").Assigned("P1", "technology lead", on: "E1").Assigned("P2", on: "E1", to: "2026-09-17");
        Assert.Single(one.Judge(Id, "2026-09-17"));
        Assert.Empty(one.Judge(Id, "2026-09-18"));
    }

    [Theory]
    [InlineData("2026-09-18", 1)] // on the day of the changeover both count
    [InlineData("2026-09-19", 0)]
    public void Who_hands_over_on_the_day_still_counts(string day, int teams) => Assert.Equal(teams,
        new Firm().Account().Engagement().Assigned("P1", on: "E1", to: "2026-09-18").Assigned("P2", on: "E1", from: "2026-09-18").Judge(Id, day).Length);

    [Fact]
    public void Who_is_away_over_the_weekend_still_counts_and_who_has_left_the_firm_does_not()
    {
        Firm back = new Firm().Account().Engagement().Assigned("P1", on: "E1").Assigned("P2", on: "E1", to: "2026-09-18").Assigned("P2", "technology lead", on: "E1", from: "2026-09-21");
        Assert.Single(back.Judge(Id, "2026-09-19"));
        Assert.Empty(new Firm().Account().Engagement().Person(to: "2026-09-18").Assigned("P1", on: "E1").Assigned("P2", on: "E1").Judge(Id, "2026-09-19"));
        Assert.Empty(new Firm().Account().Engagement().Assigned("P1", on: "E1").Assigned("P2", on: "E1", system: "crm").Judge(Id, "2026-09-19"));
    }

    [Theory]
    [InlineData("active", null, 1)]
    [InlineData("ACTIVE", "2026-09-18", 1)]
    [InlineData("active", "2026-09-17", 0)]
    [InlineData("closed", null, 0)]
    public void Only_an_active_engagement_owes_one(string status, string? to, int findings) =>
        Assert.Equal(findings, new Firm().Account().Engagement(status: status, to: to).Assigned("P1", on: "E1").Assigned("P2", on: "E1").Judge(Id, "2026-09-18").Length);
}
