using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Work commences on 1 September 2026; the tenth working day before it, with a bank holiday between, is 17 August.</summary>
public class StatementOfWorkTests
{
    private const string Id = "statement-of-work";

    private static Firm September() => new Firm().Account().Engagement(from: "2026-09-01");

    [Theory]
    [InlineData("2026-08-16", Verdict.NotDue)]
    [InlineData("2026-08-17", Verdict.AtRisk)]
    [InlineData("2026-09-01", Verdict.AtRisk)]
    [InlineData("2026-09-02", Verdict.Breached)]
    public void An_engagement_without_one(string day, Verdict verdict)
    {
        Finding finding = September().Only(Id, day);
        Assert.Equal((verdict, "E1", "2026-09-01", "2026-09-01".Day()), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Theory]
    [InlineData("2026-08-10", Verdict.Met)]
    [InlineData("2026-09-01", Verdict.Met)]
    [InlineData("2026-09-02", Verdict.MetLate)]
    public void It_is_done_on_the_latest_of_its_four_days(string latest, Verdict verdict) =>
        Assert.Equal(verdict, September().Document("D1", "2026-07-01", latest, "2026-07-20", "2026-08-01").Only(Id, "2026-09-10").Verdict);

    [Theory]
    [InlineData(null, "2026-08-01", "2026-08-01", "2026-08-01")]
    [InlineData("2026-08-01", null, "2026-08-01", "2026-08-01")]
    [InlineData("2026-08-01", "2026-08-01", null, "2026-08-01")]
    [InlineData("2026-08-01", "2026-08-01", "2026-08-01", null)]
    [InlineData("2026-08-01", "2026-08-01", "2026-08-01", "2026-09-11")]
    public void It_is_not_done_until_each_of_the_four_has_come(string? legal, string? board, string? signed, string? recorded) =>
        Assert.Equal(Verdict.Breached, September().Document("D1", legal, board, signed, recorded).Only(Id, "2026-09-10").Verdict);

    [Fact]
    public void Of_several_the_one_completed_first_decides()
    {
        Firm firm = September().Document("D1", "2026-09-05", "2026-09-05", "2026-09-05", "2026-09-05")
            .Document("D2", "2026-08-05", "2026-08-05", "2026-08-05", "2026-08-05").Document("D3", "2026-07-01", null, null, null);
        Assert.Equal(Verdict.Met, firm.Only(Id, "2026-09-10").Verdict);
    }

    [Fact]
    public void Steps_of_two_documents_do_not_make_one() =>
        Assert.Equal(Verdict.Breached, September().Document("D1", "2026-08-05", "2026-08-05", null, null).Document("D2", null, null, "2026-08-05", "2026-08-05").Only(Id, "2026-09-10").Verdict);

    [Fact]
    public void A_document_of_another_kind_or_engagement_does_nothing()
    {
        Firm firm = September().Document("D1", "2026-08-05", "2026-08-05", "2026-08-05", "2026-08-05", type: "nda")
            .Document("D2", "2026-08-05", "2026-08-05", "2026-08-05", "2026-08-05", on: "E2");
        Assert.Equal(Verdict.Breached, firm.Only(Id, "2026-09-10").Verdict);
    }

    [Fact]
    public void The_first_hour_commences_work_before_the_start() =>
        Assert.Equal("2026-08-20".Day(), September().Worked("2026-08-25").Worked("2026-08-20").Only(Id, "2026-08-26").Due);

    [Fact]
    public void An_hour_after_the_start_changes_nothing() =>
        Assert.Equal("2026-09-01".Day(), September().Worked("2026-09-02").Only(Id, "2026-09-10").Due);

    [Fact]
    public void No_hours_commence_nothing() =>
        Assert.Equal("2026-09-01".Day(), September().Worked("2026-08-20", hours: 0).Worked("2026-08-21", hours: -2).Only(Id, "2026-09-10").Due);

    [Fact]
    public void Without_a_start_the_first_hour_is_the_day() =>
        Assert.Equal("2026-08-20".Day(), new Firm().Account().Engagement(from: null).Worked("2026-08-20").Only(Id, "2026-09-10").Due);

    [Fact]
    public void Without_either_it_is_unknown() =>
        Assert.Equal(Reasons.AnchorMissing, new Firm().Account().Engagement(from: null).Only(Id, "2026-09-10").Reason);
}
