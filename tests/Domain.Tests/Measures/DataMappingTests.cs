using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Started on 1 August 2026: due on 31 August, at risk from the 24th.</summary>
public class DataMappingTests
{
    private const string Id = "data-mapping";

    private static Firm August(string? from = "2026-08-01") => new Firm().Account().Engagement(from: from);

    [Theory]
    [InlineData("2026-07-01", Verdict.NotDue)]
    [InlineData("2026-08-23", Verdict.NotDue)]
    [InlineData("2026-08-24", Verdict.AtRisk)]
    [InlineData("2026-08-31", Verdict.AtRisk)]
    [InlineData("2026-09-01", Verdict.Breached)]
    public void An_engagement_without_the_item_is_not_done(string day, Verdict verdict)
    {
        Finding finding = August().Only(Id, day);
        Assert.Equal((verdict, "E1", "2026-08-01", "2026-08-31".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-07-20", Verdict.Met)]
    [InlineData("2026-08-31", Verdict.Met)]
    [InlineData("2026-09-01", Verdict.MetLate)]
    [InlineData("2026-09-20", Verdict.Breached)]
    [InlineData(null, Verdict.Breached)]
    public void It_is_done_by_its_item(string? done, Verdict verdict) =>
        Assert.Equal(verdict, August().DataMapping(done).Only(Id, "2026-09-10").Verdict);

    [Fact]
    public void Of_several_items_the_one_done_first_decides() =>
        Assert.Equal(Verdict.Met, August().DataMapping("2026-09-05", "M1").DataMapping("2026-08-20", "M2").DataMapping(null, "M3").Only(Id, "2026-09-10").Verdict);

    [Fact]
    public void The_item_of_another_engagement_does_nothing() =>
        Assert.Equal(Verdict.Breached, August().DataMapping("2026-08-20", on: "E2").Only(Id, "2026-09-10").Verdict);

    [Fact]
    public void An_engagement_that_has_ended_still_owes_it() =>
        Assert.Equal(Verdict.Breached, new Firm().Account().Engagement(from: "2026-08-01", to: "2026-08-20", status: "closed").Only(Id, "2026-09-10").Verdict);

    [Fact]
    public void Without_a_start_there_is_nothing_to_count_from() =>
        Assert.Equal(Reasons.AnchorMissing, August(from: null).Only(Id, "2026-09-10").Reason);
}
