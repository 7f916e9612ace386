using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>On 10 September 2026 the 13 weeks that have ended are 8 June to 6 September; a quarter ago it was 10 June.</summary>
public class PeopleFigureTests
{
    private const string Day = "2026-09-10";

    private static (Verdict, string?) Said(Firm firm, string measure) => firm.Only(measure, Day) is var finding ? (finding.Verdict, finding.Reason) : default;

    private static Firm Team() => new Firm().Account().Engagement().Person().Assigned("P1").Account("A2").Engagement("E2", account: "A2");

    [Theory]
    [InlineData(5, Verdict.Met, null)]
    [InlineData(4.9, Verdict.Breached, "too low")]
    public void A_person_has_a_twentieth_of_their_hours_on_whatever_account(double hours, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Team().Worked("2026-06-08", hours: 100 - (decimal)hours).Worked("2026-09-06", hours: (decimal)hours, development: (decimal)hours, on: "E2"), "development-time"));

    [Theory]
    [InlineData("2026-06-07", Verdict.NotApplicable)]
    [InlineData("2026-09-07", Verdict.NotApplicable)]
    [InlineData("2026-09-06", Verdict.Breached)]
    public void Only_the_quarter_of_whole_weeks_counts(string worked, Verdict verdict) => Assert.Equal(verdict, Said(Team().Worked(worked), "development-time").Item1);

    [Fact]
    public void A_lost_entry_of_the_person_anywhere_leaves_their_time_unknown()
    {
        Named elsewhere = new() { Person = new("P1"), Engagement = new("E2"), Account = new("A2"), Day = "2026-09-06".Day() };
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(Team().Worked("2026-08-03").Lost(Sources.Time, elsewhere), "development-time"));
        Assert.Equal(Verdict.Breached, Said(Team().Worked("2026-08-03").Lost(Sources.Time, elsewhere with { Day = "2026-09-07".Day() }), "development-time").Item1);
        Assert.Equal(Verdict.Breached, Said(Team().Worked("2026-08-03").Lost(Sources.Time, elsewhere with { Person = new("P2") }), "development-time").Item1);
    }

    private static Firm Met(params string[] now)
    {
        Firm firm = new Firm().Account().Engagement().Contact("C1", unit: "Board").Contact("C2", unit: "Operations").Contact("C3", unit: "board").Contact("X1", account: "A2", unit: "Theirs")
            .Held("service review", "2026-06-10", by: ["C1", "C2"]).Held("service review", "2026-03-10", by: ["C3"]);
        return now.Length == 0 ? firm : firm.Held("sales meeting", "2026-06-11", by: now);
    }

    [Fact]
    public void As_many_stakeholders_of_as_many_units_are_engaged_as_a_quarter_ago()
    {
        Assert.Equal((Verdict.Met, null), Said(Met("C1", "C2"), "relationship-depth"));
        Assert.Equal((Verdict.Breached, "customer units fell too far"), Said(Met("C1", "C3"), "relationship-depth"));
        Assert.Equal((Verdict.Breached, "stakeholders engaged fell too far, customer units fell too far"), Said(Met("C1", "X1", "customer"), "relationship-depth"));
        Assert.Equal((Verdict.Breached, "stakeholders engaged fell too far, customer units fell too far"), Said(Met(), "relationship-depth"));
    }

    [Theory]
    [InlineData("2026-06-09", "closed", Verdict.Met)]
    [InlineData("2026-06-10", "closed", Verdict.Breached)]
    [InlineData("2026-09-09", "closed", Verdict.Breached)]
    [InlineData("2026-09-10", "active", Verdict.Met)]
    public void No_fewer_projects_are_active_than_a_quarter_ago(string ended, string status, Verdict verdict) =>
        Assert.Equal((verdict, verdict == Verdict.Met ? null : "active projects fell too far"), Said(Met("C1", "C2").Engagement("E2", to: ended, status: status), "relationship-depth"));

    [Fact]
    public void A_fall_says_what_it_was() => Assert.Equal(
        "Account Northwind (A1): the number of customer units from 11 June 2026 to 10 September 2026 is 1 (2 as of 10 June 2026); promised is not less than 3 months before.", Met("C1", "C3").Only("relationship-depth", Day).Message);
}
