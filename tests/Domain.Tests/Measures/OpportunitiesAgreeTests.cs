using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

public class OpportunitiesAgreeTests
{
    private const string Id = "opportunities-agree", Day = "2026-09-10";

    private static Firm Northwind(Policy? policy = null) => new Firm { Policy = policy ?? Policies.Shipped }.Account();

    private static (Verdict, string?) Said(Firm firm) => firm.Only(Id, Day) is var f ? (f.Verdict, f.Reason) : default;

    [Fact]
    public void Alike_in_both_is_met()
    {
        Finding finding = Northwind().Opportunity("crm").Opportunity("psa").Only(Id, Day);
        Assert.Equal((Verdict.Met, "O1", "", null), (finding.Verdict, finding.Subject, finding.Occasion, finding.Due));
    }

    [Fact]
    public void In_one_system_only_it_is_missing_in_the_other()
    {
        Assert.Equal((Verdict.Breached, "missing in psa"), Said(Northwind().Opportunity("crm")));
        Assert.Equal((Verdict.Breached, "missing in crm"), Said(Northwind().Opportunity("psa")));
    }

    [Theory]
    [InlineData("proposal", "Proposal", null)]
    [InlineData("proposal", "won", "stage differs")]
    public void Stages_are_compared_without_case(string crm, string psa, string? reason) =>
        Assert.Equal(reason, Said(Northwind().Opportunity("crm", stage: crm).Opportunity("psa", stage: psa)).Item2);

    [Fact]
    public void The_stage_map_translates_the_crm_and_a_stage_it_does_not_name_stands_for_itself()
    {
        Policy policy = Policies.Shipped with { Stages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Closed won"] = "won" } };
        Assert.Equal(Verdict.Met, Said(Northwind(policy).Opportunity("crm", stage: "closed won").Opportunity("psa", stage: "Won")).Item1);
        Assert.Equal(Verdict.Met, Said(Northwind(policy).Opportunity("crm", stage: "lost").Opportunity("psa", stage: "Lost")).Item1);
        Assert.Equal("stage differs", Said(Northwind(policy).Opportunity("crm", stage: "won").Opportunity("psa", stage: "closed won")).Item2);
    }

    [Theory]
    [InlineData(100_000, 90_000, null)]
    [InlineData(90_000, 100_000, null)]
    [InlineData(100_000, 89_999, "value differs")]
    [InlineData(89_999, 100_000, "value differs")]
    [InlineData(0, 0, null)]
    public void Values_may_be_ten_per_cent_of_the_larger_apart(long crm, long psa, string? reason) =>
        Assert.Equal(reason, Said(Northwind().Opportunity("crm", pence: crm).Opportunity("psa", pence: psa)).Item2);

    [Fact]
    public void Currencies_must_be_the_same() =>
        Assert.Equal("currency differs", Said(Northwind().Opportunity("crm", currency: "EUR").Opportunity("psa")).Item2);

    [Theory]
    [InlineData("open", "Open", null)]
    [InlineData("open", "lost", "status differs")]
    [InlineData("won", "lost", "status differs")]
    public void Statuses_must_be_the_same(string crm, string psa, string? reason) =>
        Assert.Equal(reason, Said(Northwind().Opportunity("crm", status: crm, updated: Day).Opportunity("psa", status: psa)).Item2);

    [Theory]
    [InlineData("open", null, 1)]
    [InlineData("won", "2025-09-10", 1)]
    [InlineData("won", "2025-09-09", 0)] // before the look-back
    [InlineData("won", null, 0)]
    public void One_that_is_closed_is_compared_while_its_last_update_lies_within_the_look_back(string status, string? updated, int compared) =>
        Assert.Equal(compared, Northwind().Opportunity("crm", status: "won").Opportunity("psa", status: status, updated: updated).Judge(Id, Day).Length);

    [Theory]
    [InlineData("open", "lost", 1)]
    [InlineData("lost", "open", 0)]
    [InlineData(null, "open", 1)]
    public void The_crm_decides_whether_it_is_pursued(string? crm, string psa, int pursued)
    {
        Firm firm = Northwind().Opportunity("psa", status: psa);
        Assert.Equal(pursued, (crm is null ? firm : firm.Opportunity("crm", status: crm)).Judge("pursuit-sales-lead", Day).Length);
    }

    [Fact]
    public void All_that_differs_is_said() =>
        Assert.Equal("stage differs, value differs", Said(Northwind().Opportunity("crm", stage: "won", pence: 1).Opportunity("psa")).Item2);

    [Fact]
    public void A_value_in_one_system_only_cannot_be_compared()
    {
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(Northwind().Opportunity("crm", pence: null).Opportunity("psa")));
        Assert.Equal((Verdict.Met, null), Said(Northwind().Opportunity("crm", pence: null).Opportunity("psa", pence: null)));
    }

    [Fact]
    public void A_value_that_was_refused_is_not_a_value_that_agrees()
    {
        Named row = new() { Id = "O1", Account = new("A1") };
        Firm both = Northwind().Opportunity("crm", pence: null).Opportunity("psa", pence: null).Lost(Sources.Opportunities, row, "value").Lost(Sources.Opportunities, row, "value");
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(both));
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(Northwind().Opportunity("crm", pence: null).Opportunity("psa").Lost(Sources.Opportunities, row, "value")));
        Assert.Equal((Verdict.Breached, "stage differs"), Said(Northwind().Opportunity("crm", stage: "won", pence: null).Opportunity("psa").Lost(Sources.Opportunities, row, "value")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("A2")]
    public void A_lost_row_that_names_the_opportunity_takes_it_whatever_account_it_names(string? account)
    {
        Named row = new() { Id = "O1", Account = account is null ? null : new AccountId(account) };
        Firm firm = Northwind().Account("A2").Opportunity("crm").Lost(Sources.Opportunities, row);
        Assert.Equal(Reasons.RowsQuarantined, firm.Judge(Id, Day).Single(f => f.Account.Value == "A1").Reason);
    }

    [Fact]
    public void An_opportunity_that_two_systems_give_to_two_accounts_is_judged_once() =>
        Assert.Equal("A2", Northwind().Account("A2").Opportunity("psa", account: "A1").Opportunity("crm", account: "A2").Only(Id, Day).Account.Value);
}
