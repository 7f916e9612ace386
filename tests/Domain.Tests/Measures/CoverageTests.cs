using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

public class CoverageTests
{
    private const string Lead = "single-account-lead", Roles = "roles-filled", Day = "2026-09-10";

    private static (Verdict, string?) Said(Firm firm, string measure, string day = Day) => firm.Only(measure, day) is var f ? (f.Verdict, f.Reason) : default;

    private static Firm Northwind() => new Firm().Account().Engagement();

    [Fact]
    public void Exactly_one_lead_is_promised()
    {
        Assert.Equal((Verdict.Breached, "nobody"), Said(Northwind(), Lead));
        Assert.Equal((Verdict.Met, null), Said(Northwind().Assigned("P1", "account lead"), Lead));
        Assert.Equal((Verdict.Breached, "several"), Said(Northwind().Assigned("P1", "account lead").Assigned("P2", "account lead"), Lead));
    }

    [Fact]
    public void People_are_counted_not_rows() =>
        Assert.Equal((Verdict.Met, null), Said(Northwind().Assigned("P1", "account lead").Assigned("P1", "account lead", from: "2026-01-01"), Lead));

    [Theory]
    [InlineData("2026-09-09", "nobody")]
    [InlineData("2026-09-10", null)]
    [InlineData("2026-09-20", null)]
    [InlineData("2026-09-21", "nobody")]
    public void An_assignment_holds_on_both_of_its_ends(string day, string? reason) =>
        Assert.Equal(reason, Said(Northwind().Assigned("P1", "account lead", from: "2026-09-10", to: "2026-09-20"), Lead, day).Item2);

    [Fact]
    public void On_the_day_of_a_changeover_the_new_lead_leads()
    {
        Firm firm = Northwind().Assigned("P1", "account lead", to: "2026-09-10").Assigned("P2", "account lead", from: "2026-09-10");
        Assert.Equal("P1", firm.Only(Lead, "2026-09-09").Values.Single().Text);
        Assert.Equal("P2", firm.Only(Lead, "2026-09-10").Values.Single().Text);
        Assert.Equal((Verdict.Breached, "several"), Said(Northwind().Assigned("P1", "account lead", to: "2026-09-11").Assigned("P2", "account lead", from: "2026-09-10"), Lead));
        Assert.Equal((Verdict.Met, null), Said(firm.Assigned("P3", "account lead", from: "2026-09-10", to: "2026-09-10", system: "crm"), Lead));
    }

    [Theory]
    [InlineData("2026-09-09", null)]
    [InlineData("2026-09-10", "nobody")]
    public void A_lead_who_has_left_the_firm_leads_no_longer_though_the_row_is_open(string day, string? reason) =>
        Assert.Equal(reason, Said(Northwind().Person(to: "2026-09-09").Assigned("P1", "account lead"), Lead, day).Item2);

    [Fact]
    public void A_lost_end_of_somebody_who_leads_blames_and_absolves_nobody()
    {
        Firm Lost(string person) => Northwind().Person().Person("P2").Assigned("P1", "delivery lead").Assigned("P1", "technology lead").Assigned("P1", "account lead").Assigned("P2", "core")
            .Lost(Sources.People, new() { Id = person, Person = new(person) });
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(Lost("P1"), Roles));
        Assert.Equal((Verdict.Met, null), Said(Lost("P2"), Roles));
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(Lost("P1"), Lead));
    }

    [Fact]
    public void A_lost_engagement_hides_the_end_of_the_roles_that_name_it_alone()
    {
        Firm Lost(string? on) => Northwind().Person().Assigned("P1", "account lead", on: on).Lost(Sources.Engagements, new() { Id = "E1", Account = new("A1"), Engagement = new("E1") }, "ended_on");
        Assert.Equal((Verdict.Met, null), Said(Lost(null), Lead));
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(Lost("E1"), Lead));
    }

    [Fact]
    public void A_column_of_ends_that_is_missing_is_named_and_a_file_that_is_not_there_has_no_ends()
    {
        Firm Firm() => Northwind().Assigned("P1", "account lead");
        Assert.Equal((Verdict.Met, null), Said(Firm().Without(Sources.People).Without(Sources.Engagements), Lead));
        Assert.Equal((Verdict.Unknown, Reasons.SourceRefused), Said(Firm().Source(Sources.People, r => r with { LackingColumns = Lacking("ended_on") }), Lead));
        Assert.Equal((Verdict.Met, null), Said(Firm().Source(Sources.Roles, r => r with { LackingColumns = Lacking("opportunity_id") }), Lead));
        Assert.Equal((Verdict.Unknown, Reasons.SourceRefused), Said(Firm().Opportunity("crm").Source(Sources.Roles, r => r with { LackingColumns = Lacking("opportunity_id") }), "pursuit-sales-lead"));
    }

    private static ImmutableDictionary<string, string> Lacking(string column) => ImmutableDictionary<string, string>.Empty.Add(column, $"it lacks the column {column}");

    [Fact]
    public void Only_the_psa_says_who_leads_or_a_row_that_names_no_system()
    {
        Assert.Equal((Verdict.Met, null), Said(Northwind().Assigned("P1", "account lead", system: "psa").Assigned("P2", "account lead", system: "crm"), Lead));
        Assert.Equal((Verdict.Breached, "nobody"), Said(Northwind().Assigned("P2", "account lead", system: "ledger"), Lead));
        Assert.Equal((Verdict.Breached, "several"), Said(Northwind().Assigned("P1", "account lead", system: "psa").Assigned("P2", "account lead"), Lead));
    }

    [Fact]
    public void A_standing_condition_has_no_occasion_and_no_due_day()
    {
        Finding finding = Northwind().Only(Lead, Day);
        Assert.Equal(("A1", "", null), (finding.Subject, finding.Occasion, finding.Due));
    }

    [Fact]
    public void An_account_that_is_not_active_needs_no_lead() =>
        Assert.Empty(new Firm().Account(to: "2026-09-09").Account("A2", status: "closed").Judge(Lead, Day));

    [Fact]
    public void Each_role_that_nobody_holds_is_named()
    {
        Assert.Equal((Verdict.Breached, "nobody: delivery lead, technology lead"), Said(Northwind(), Roles));
        Assert.Equal((Verdict.Breached, "nobody: technology lead"), Said(Northwind().Assigned("P1", "delivery lead", on: "E1"), Roles));
        Assert.Equal((Verdict.Met, null), Said(Northwind().Assigned("P1", "delivery lead", on: "E1").Assigned("P1", "technology lead", on: "E1"), Roles));
    }

    [Fact]
    public void The_account_holds_a_role_for_each_engagement_and_another_engagement_for_none()
    {
        Firm firm = Northwind().Assigned("P1", "delivery lead").Assigned("P2", "technology lead", on: "E2");
        Assert.Equal((Verdict.Breached, "nobody: technology lead"), Said(firm, Roles));
    }

    [Fact]
    public void Two_who_hold_a_role_are_enough() =>
        Assert.Equal(Verdict.Met, Said(Northwind().Assigned("P1", "delivery lead").Assigned("P2", "delivery lead").Assigned("P3", "technology lead"), Roles).Item1);

    [Theory]
    [InlineData("2026-09-10", null, 1)]
    [InlineData("2026-09-11", null, 0)]
    [InlineData("2026-01-01", "2026-09-10", 1)]
    [InlineData("2026-01-01", "2026-09-09", 0)]
    [InlineData(null, null, 1)]
    public void Only_an_engagement_active_on_the_day_is_asked(string? from, string? to, int findings) =>
        Assert.Equal(findings, new Firm().Account().Engagement(from: from, to: to).Judge(Roles, Day).Length);

    [Fact]
    public void An_engagement_of_another_status_is_not_asked() =>
        Assert.Empty(new Firm().Account().Engagement(status: "on hold").Judge(Roles, Day));
}
