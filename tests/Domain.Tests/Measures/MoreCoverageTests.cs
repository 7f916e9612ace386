using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

public class MoreCoverageTests
{
    private const string Day = "2026-09-10";

    private static readonly Policy Levelled = Policies.Shipped with
    {
        CareerLevels = ["analyst", "consultant", "partner"], LeadLevels = ImmutableDictionary<string, string>.Empty.Add("strategic", "consultant"),
    };

    private static (Verdict, string?) Said(Firm firm, string measure, string day = Day) => firm.Only(measure, day) is var f ? (f.Verdict, f.Reason) : default;

    [Theory]
    [InlineData("analyst", Verdict.Breached, "below career level consultant")]
    [InlineData("consultant", Verdict.Met, null)]
    [InlineData("partner", Verdict.Met, null)]
    [InlineData("guru", Verdict.Unknown, Reasons.FigureIncomplete)]
    [InlineData(null, Verdict.Unknown, Reasons.FigureIncomplete)]
    public void The_lead_is_at_the_level_that_the_account_asks_for(string? level, Verdict verdict, string? reason) => Assert.Equal((verdict, reason),
        Said(new Firm { Policy = Levelled }.Account(importance: "strategic").Person("P1", level: level).Assigned("P1", "account lead"), "lead-seniority"));

    [Theory]
    [InlineData("partner", "consultant", Verdict.Met, null)]
    [InlineData("partner", "analyst", Verdict.Breached, "below career level consultant")]
    [InlineData("guru", "analyst", Verdict.Breached, "below career level consultant")]
    [InlineData("partner", "guru", Verdict.Unknown, Reasons.FigureIncomplete)]
    public void Every_lead_is_at_the_level(string one, string other, Verdict verdict, string? reason) => Assert.Equal((verdict, reason), Said(Two(one, other), "lead-seniority"));

    [Fact]
    public void A_lead_whose_level_is_too_low_is_named_with_what_to_do()
    {
        Finding finding = Two("partner", "analyst").Only("lead-seniority", Day);
        Assert.Equal("Account Northwind (A1): P1 and P2 are account lead; P2 is below career level consultant; promised is at least 1, each at career level consultant or above.", finding.Message);
        Assert.Equal("assign somebody at career level consultant or above as account lead in place of P2", finding.Remedy);
        Assert.Equal("assign somebody at career level consultant or above as account lead to A1", new Firm { Policy = Levelled }.Account(importance: "strategic").Only("lead-seniority", Day).Remedy);
    }

    [Fact]
    public void A_lost_role_may_be_that_of_a_lead_who_is_too_low()
    {
        Firm Lost(string level) => Two(level, level).Lost(Sources.Roles, new() { Account = new("A1"), Person = new("P3"), Kind = "account lead" });
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(Lost("partner"), "lead-seniority"));
        Assert.Equal((Verdict.Breached, "below career level consultant"), Said(Lost("analyst"), "lead-seniority"));
    }

    private static Firm Two(string one, string other) =>
        new Firm { Policy = Levelled }.Account(importance: "strategic").Person("P1", level: one).Person("P2", level: other).Assigned("P1", "account lead").Assigned("P2", "account lead");

    [Fact]
    public void An_account_of_which_no_level_is_asked_has_none_to_reach()
    {
        Assert.Equal(Verdict.NotApplicable, Said(new Firm { Policy = Levelled }.Account(importance: "key"), "lead-seniority").Item1);
        Assert.Equal(Verdict.NotApplicable, Said(new Firm().Account(importance: "strategic"), "lead-seniority").Item1);
        Assert.Equal((Verdict.Breached, "nobody"), Said(new Firm { Policy = Levelled }.Account(importance: "strategic"), "lead-seniority"));
        Firm refused = new Firm { Policy = Levelled }.Account().Lost(Sources.Accounts, new() { Id = "A1", Account = new("A1") }, "importance");
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(refused, "lead-seniority"));
    }

    [Fact]
    public void A_strategic_account_has_every_layer_on_its_last_day_too()
    {
        Firm firm = new Firm().Account(importance: "strategic").Assigned("P1", "core").Assigned("P2", "extended").Assigned("P3", "partner").Assigned("P4", "corporate", to: Day);
        Assert.Equal((Verdict.Met, null), Said(firm, "account-team-layers"));
        Assert.Equal((Verdict.Breached, "nobody: corporate"), Said(firm, "account-team-layers", "2026-09-11"));
        Assert.Empty(new Firm().Account(importance: "standard").Judge("account-team-layers", Day));
    }

    [Fact]
    public void A_pursuit_has_a_sales_lead_of_its_own_or_the_accounts_until_the_last_day()
    {
        Firm Pursued() => new Firm().Account().Opportunity("crm", "O1");
        Assert.Equal((Verdict.Breached, "nobody"), Said(Pursued(), "pursuit-sales-lead"));
        Assert.Equal(Verdict.Met, Said(Pursued().Assigned("P1", "sales lead", pursuit: "O1", to: Day), "pursuit-sales-lead").Item1);
        Assert.Equal(Verdict.Breached, Said(Pursued().Assigned("P1", "sales lead", pursuit: "O1", to: "2026-09-09"), "pursuit-sales-lead").Item1);
        Assert.Equal(Verdict.Met, Said(Pursued().Assigned("P1", "sales lead", pursuit: "O1", account: null), "pursuit-sales-lead").Item1);
        Assert.Equal(Verdict.Met, Said(Pursued().Assigned("P1", "sales lead"), "pursuit-sales-lead").Item1);
        Assert.Equal(Verdict.Breached, Said(Pursued().Assigned("P1", "sales lead", pursuit: "O2"), "pursuit-sales-lead").Item1);
        Assert.Empty(new Firm().Account().Opportunity("crm", "O1", status: "Lost").Opportunity("psa", "O1", status: "open").Judge("pursuit-sales-lead", Day));
    }

    [Theory]
    [InlineData("2026-09-10", Verdict.Breached)]
    [InlineData("2026-09-11", null)]
    public void A_risk_has_an_owner_as_long_as_it_is_open(string day, Verdict? verdict)
    {
        Assert.Equal(verdict, new Firm().Account().Owed("risk", done: "2026-09-11").Judge("risk-owned", day).SingleOrDefault()?.Verdict);
        Assert.Equal(verdict is null ? null : Verdict.Met, new Firm().Account().Owed("issue", done: "2026-09-11", person: "P1").Judge("risk-owned", day).SingleOrDefault()?.Verdict);
    }

    [Theory]
    [InlineData("2026-09-10", Verdict.Met, null)]
    [InlineData("2026-09-11", Verdict.Breached, "missing: account plan")]
    public void A_plan_and_a_mission_are_in_force(string day, Verdict verdict, string? reason)
    {
        Firm firm = new Firm().Account().Document("D1", null, null, null, null, "account plan", on: null, starts: "2026-01-01", ends: "2026-09-10").Document("D2", null, null, null, "2026-01-01", "mission", on: null);
        Assert.Equal((verdict, reason), Said(firm, "account-plan-exists", day));
    }

    [Fact]
    public void A_plan_that_begins_or_was_recorded_later_is_not_there_yet()
    {
        Firm firm = new Firm().Account().Document("D1", null, null, null, null, "account plan", on: null, starts: "2026-09-11").Document("D2", null, null, null, "2026-09-11", "mission", on: null);
        Assert.Equal((Verdict.Breached, "missing: account plan, mission"), Said(firm, "account-plan-exists"));
        Assert.Equal(Reasons.RowsQuarantined, Said(firm.Lost(Sources.Documents, new() { Id = "D3", Account = new("A1"), Kind = "mission" }), "account-plan-exists").Item2);
        Assert.Equal(Reasons.SourceMissing, Said(firm.Without(Sources.Documents), "account-plan-exists").Item2);
    }

    [Theory]
    [InlineData("2026-09-01", "2026-09-04", Verdict.Met)]
    [InlineData("2026-09-02", "2026-09-04", Verdict.Breached)]
    [InlineData("2026-09-01", "2026-09-03", Verdict.Breached)]
    [InlineData(null, null, Verdict.Met)]
    public void Every_day_with_hours_lies_within_a_signed_statement(string? starts, string? ends, Verdict verdict)
    {
        Firm firm = Worked().Document("D1", null, null, "2026-09-10", null, starts: starts, ends: ends);
        Assert.Equal((verdict, "E1"), firm.Only("hours-within-sow", Day) is var f ? (f.Verdict, f.Subject) : default);
    }

    [Fact]
    public void A_statement_that_is_not_signed_or_of_another_engagement_covers_nothing_and_two_cover_more_than_one()
    {
        Assert.Equal((Verdict.Breached, "no signed statement of work"), Said(Worked().Document("D1", null, null, "2026-09-11", null), "hours-within-sow"));
        Assert.Equal((Verdict.Breached, "no signed statement of work"), Said(Worked().Document("D1", null, null, "2026-09-01", null, on: "E2"), "hours-within-sow"));
        Firm two = Worked().Document("D1", null, null, "2026-08-01", null, ends: "2026-09-02").Document("D2", null, null, "2026-08-01", null, starts: "2026-09-03");
        Assert.Equal(Verdict.Met, Said(two, "hours-within-sow").Item1);
    }

    [Fact]
    public void Without_the_file_of_hours_it_cannot_be_judged() =>
        Assert.Equal(Reasons.SourceMissing, new Firm().Account().Engagement().Without(Sources.Time).Only("hours-within-sow", Day).Reason);

    [Fact]
    public void Without_hours_nothing_is_said_and_the_rows_outside_are_named()
    {
        Assert.Empty(new Firm().Account().Engagement().Judge("hours-within-sow", Day));
        Finding finding = Worked().Only("hours-within-sow", Day);
        Assert.Equal(["P1 2026-W36", "P2 2026-W36"], finding.Basis.Rows(finding).Keys.AsEnumerable());
        Assert.EndsWith("days with hours lie outside a signed statement of work: 1 September 2026 to 4 September 2026.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_statement_may_cover_what_is_outside_and_a_lost_entry_may_lie_outside()
    {
        Named statement = new() { Id = "D9", Account = new("A1"), Engagement = new("E1"), Kind = "sow" }, entry = new() { Account = new("A1"), Engagement = new("E1"), Person = new("P1") };
        Firm Signed() => Worked().Document("D1", null, null, "2026-08-01", null);
        Assert.Equal(Verdict.Unknown, Said(Worked().Lost(Sources.Documents, statement), "hours-within-sow").Item1);
        Assert.Equal(Verdict.Met, Said(Signed().Lost(Sources.Documents, statement), "hours-within-sow").Item1);
        Assert.Equal(Verdict.Unknown, Said(Signed().Lost(Sources.Time, entry), "hours-within-sow").Item1);
        Assert.Equal(Verdict.Breached, Said(Worked().Lost(Sources.Time, entry), "hours-within-sow").Item1);
    }

    [Theory]
    [InlineData("P1", "P1", "P1", null)]
    [InlineData("P1", "P2", "P1", "holder differs")]
    [InlineData("P1", "P1", "P2", "holder differs")]
    [InlineData("P1", null, "P1", "missing in crm")]
    [InlineData("P1", null, null, "missing in crm, ledger")]
    public void Three_systems_name_one_lead(string psa, string? crm, string? ledger, string? reason)
    {
        Firm firm = new Firm().Account().Assigned(psa, "account lead", system: "psa");
        _ = crm is null ? firm : firm.Assigned(crm, "account lead", system: "crm");
        _ = ledger is null ? firm : firm.Assigned(ledger, "account lead", system: "ledger");
        Assert.Equal((reason is null ? Verdict.Met : Verdict.Breached, reason), Said(firm, "lead-agrees"));
    }

    [Fact]
    public void Only_who_leads_today_is_compared_and_what_no_system_says_is_the_PSAs()
    {
        Firm firm = new Firm().Account().Assigned("P1", "account lead").Assigned("P2", "account lead", system: "crm", to: "2026-09-09").Assigned("P1", "account lead", system: "crm", from: Day).Assigned("P1", "account lead", system: "ledger");
        Assert.Equal((Verdict.Met, null), Said(firm, "lead-agrees"));
        Assert.Equal((Verdict.Breached, "holder differs"), Said(firm, "lead-agrees", "2026-09-09"));
        Assert.Equal("stands alike in the PSA, the CRM and the ledger.", firm.Only("lead-agrees", Day).Message.Split(": ")[1]);
        Assert.Equal(Reasons.RowsQuarantined, Said(firm.Lost(Sources.Roles, new() { Account = new("A1"), Kind = "account lead" }), "lead-agrees").Item2);
    }

    private static Firm Worked() => new Firm().Account().Engagement().Worked("2026-09-01").Worked("2026-09-04", person: "P2").Worked("2026-09-07", hours: 0, person: "P3");
}
