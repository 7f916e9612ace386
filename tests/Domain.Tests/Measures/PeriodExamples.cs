using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>
/// Each Cadence by calendar period that needs no more than its activity: at risk on the period's last day and breached on the day after,
/// kept by an activity on the last day and late by one on the day after.
/// </summary>
public class PeriodExamples
{
    public static TheoryData<string, string, string, string, string> Measures => new()
    {
        { "finances-reviewed", "finance review", "2026-08-31", "2026-09-06", "2026-W36" },
        { "iso-reviewed", "iso review", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "gdpr-reviewed", "gdpr review", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "security-reviewed", "security review", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "satisfaction-survey", "satisfaction survey", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "relationship-review", "relationship review", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "stakeholder-map", "stakeholder map", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "value-add", "value add", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "strategy-canvas", "strategy canvas", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "account-plan", "account plan", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "competency-matrix", "competency matrix", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "account-retrospective", "account retrospective", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "social-event", "social event", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "roadmap-reviewed", "roadmap review", "2026-08-01", "2026-08-31", "2026-08" },
        { "quality-review", "quality review", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "three-minds", "three minds", "2026-07-01", "2026-09-30", "2026-07Q" },
        { "core-team-cadence", "account team meeting", "2026-08-01", "2026-08-31", "2026-08" },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void It_is_kept_on_the_last_day_and_broken_on_the_day_after(string measure, string activity, string first, string last, string occasion)
    {
        string after = last.Day().PlusDays(1).Iso();
        Assert.Equal(Verdict.AtRisk, Said(Scene(first), measure, last, occasion));
        Assert.Equal(Verdict.Breached, Said(Scene(first), measure, after, occasion));
        Assert.Equal(Verdict.Met, Said(Scene(first).Held(activity, last, engagement: "E1", person: "P1"), measure, last, occasion));
        Assert.Equal(Verdict.MetLate, Said(Scene(first).Held(activity, after, engagement: "E1", person: "P1"), measure, after, occasion));
        Assert.Equal(Verdict.Breached, Said(Scene(first).Held("another " + activity, last, engagement: "E1", person: "P1"), measure, after, occasion));
    }

    [Theory]
    [InlineData("customer", Verdict.Breached)]
    [InlineData("C1", Verdict.Breached)]
    [InlineData("P1", Verdict.Met)]
    [InlineData("P1 C1", Verdict.Breached)]
    [InlineData("stranger", Verdict.Unknown)]
    [InlineData("", Verdict.Met)]
    public void Nobody_from_outside_the_firm_looks_back(string by, Verdict verdict) => Assert.Equal(verdict,
        Said(Scene("2026-07-01").Contact("C1").Held("account retrospective", "2026-09-01", by: By(by)), "account-retrospective", "2026-10-01", "2026-07Q"));

    [Theory]
    [InlineData("P1 L1", Verdict.Met)]
    [InlineData("P1 L2", Verdict.Breached)]
    [InlineData("", Verdict.Met)]
    public void Three_minds_are_with_the_people_lead(string by, Verdict verdict) => Assert.Equal(verdict,
        Said(Scene("2026-07-01").Held("three minds", "2026-09-01", by: By(by), person: "P1", account: null), "three-minds", "2026-10-01", "2026-07Q"));

    [Fact]
    public void Without_a_known_people_lead_nobody_can_say_who_was_missing()
    {
        Firm firm = new Firm().Account().Person("P1").Assigned("P1", from: "2026-07-01").Held("three minds", "2026-09-01", by: ["P1", "L1"]);
        Assert.Equal(Reasons.FigureIncomplete, firm.Judge("three-minds", "2026-10-01").Single(f => f.Occasion == "2026-07Q").Reason);
    }

    [Theory]
    [InlineData("P2 P3", Verdict.Met)]
    [InlineData("P2 P3 P1 customer", Verdict.Met)]
    [InlineData("P2", Verdict.Breached)]
    [InlineData("P1", Verdict.Breached)]
    [InlineData("", Verdict.Met)]
    public void The_whole_core_team_meets(string by, Verdict verdict) => Assert.Equal(verdict,
        Said(Scene("2026-08-01").Assigned("P3", "core").Assigned("P4", "core", to: "2026-08-19").Held("account team meeting", "2026-08-20", by: By(by)), "core-team-cadence", "2026-09-01", "2026-08"));

    [Theory]
    [InlineData("2026-07-31", null, Verdict.NotApplicable)]
    [InlineData("2026-08-01", null, Verdict.Breached)]
    [InlineData(null, "2026-08-31", Verdict.Breached)]
    [InlineData(null, "2026-09-01", Verdict.NotApplicable)]
    public void A_month_on_no_day_of_which_anybody_is_core_has_no_core_team_to_meet(string? to, string? from, Verdict verdict)
    {
        Finding finding = new Firm().Account(importance: "strategic").Person().Assigned("P1", "core", from: from, to: to).Judge("core-team-cadence", "2026-09-01").Single(f => f.Occasion == "2026-08");
        Assert.Equal((verdict, verdict == Verdict.NotApplicable ? "nobody: core" : null), (finding.Verdict, finding.Reason));
    }

    [Fact]
    public void Somebody_who_is_to_be_core_later_in_the_month_counts_and_a_lost_role_may_be_somebodys()
    {
        Firm Northwind() => new Firm().Account(importance: "strategic").Person();
        Assert.Equal(Verdict.NotDue, Said(Northwind().Assigned("P1", "core", from: "2026-08-31"), "core-team-cadence", "2026-08-10", "2026-08"));
        Assert.Equal(Verdict.NotApplicable, Said(Northwind().Assigned("P1", "core", from: "2026-08-31", system: "crm"), "core-team-cadence", "2026-08-10", "2026-08"));
        Assert.Equal(Verdict.Unknown, Said(Northwind().Lost(Sources.Roles, new() { Account = new("A1"), Person = new("P1"), Kind = "core" }), "core-team-cadence", "2026-08-10", "2026-08"));
    }

    [Fact]
    public void Only_a_strategic_account_has_a_core_team_to_meet()
    {
        Assert.Empty(new Firm().Account(importance: "key").Account("A2").Judge("core-team-cadence", "2026-09-01"));
        Named row = new() { Id = "A1", Account = new("A1") };
        Finding refused = new Firm().Account().Lost(Sources.Accounts, row, "importance").Only("core-team-cadence", "2026-09-01");
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), (refused.Verdict, refused.Reason));
    }

    private static string[] By(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Verdict Said(Firm firm, string measure, string day, string occasion) => firm.Judge(measure, day).Single(f => f.Occasion == occasion && f.Subject is "A1" or "E1" or "P1").Verdict;

    private static Firm Scene(string from) => new Firm().Account(from: from, importance: "strategic").Engagement(from: from)
        .Person("P1", lead: "L1").Person("L1").Person("L2").Person("P2").Person("P3").Assigned("P1", from: from).Assigned("P2", "core", from: "2026-01-01");
}
