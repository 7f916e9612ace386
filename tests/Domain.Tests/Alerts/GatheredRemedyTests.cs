using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Alerts;

/// <summary>What an alert of several findings asks for mends all of them.</summary>
public sealed class GatheredRemedyTests
{
    private const string Today = "2026-09-10";

    private static Firm Northwind() => new Firm().Account().Engagement().Person();

    private static string? Remedy(Firm firm, string measure, AlertPer per = AlertPer.Account)
    {
        AlertTerms terms = new(measure, "", Severity.High, per, true);
        var standings = firm.Judge(measure, Today).Select(f => new Standing(f.Subject, f.Occasion, f.Verdict, f.Due, f));
        return Assert.Single(Condition.Gather(terms, new("A1"), standings, new Dictionary<string, string>(), null, _ => null), c => c.Content is not null).Content?.Remedy;
    }

    [Fact]
    public void One_finding_asks_for_what_it_asks_for() =>
        Assert.Equal("assign somebody as owner to T1", Remedy(Northwind().Owed("risk"), "risk-owned"));

    [Fact]
    public void Orders_that_differ_only_in_what_they_are_for_are_one()
    {
        Firm Risks(int count) => Enumerable.Range(1, count).Aggregate(Northwind(), (firm, i) => firm.Owed("risk", id: $"R{i}"));
        Assert.Equal("assign somebody as owner to R1 and R2", Remedy(Risks(2), "risk-owned"));
        Assert.Equal("assign somebody as owner to R1, R2, R3 and R4", Remedy(Risks(4), "risk-owned"));
        Assert.Equal("assign somebody as owner to R1, R2, R3 and 2 more", Remedy(Risks(5), "risk-owned"));
    }

    [Fact]
    public void Orders_with_figures_of_their_own_stand_one_by_one_and_the_rest_are_counted()
    {
        Firm Sheets(int count) => Enumerable.Range(1, count).Aggregate(Northwind(), (firm, i) => Enumerable.Range(0, i).Aggregate(firm, (so, n) => so.Worked($"2026-08-{24 + n:D2}", person: $"P{i}")));
        Assert.Equal("approve the entry of P1 on E1 that waits, or send it back; approve the 2 entries of P2 on E1 that wait, or send them back", Remedy(Sheets(2), "timesheets-approved", AlertPer.Occasion));
        Assert.Equal("approve the entry of P1 on E1 that waits, or send it back; approve the 2 entries of P2 on E1 that wait, or send them back; approve the 3 entries of P3 on E1 that wait, or send them back; and 2 more alike",
            Remedy(Sheets(5), "timesheets-approved", AlertPer.Occasion));
    }

    [Fact]
    public void An_order_that_does_not_say_what_it_is_for_stands_behind_its_name() => Assert.Equal(
        "P1: plan 5 more hours of development among 100 hours in 13 weeks, to reach 5 %; P2: plan 10 more hours of development among 200 hours in 13 weeks, to reach 5 %",
        Remedy(Northwind().Person("P2").Assigned("P1").Assigned("P2").Worked("2026-08-20", hours: 100).Worked("2026-08-20", hours: 200, person: "P2"), "development-time"));

    [Fact]
    public void What_mends_all_of_them_at_once_is_asked_for_once()
    {
        Assert.Equal("hold a risk review, and record it", Remedy(Northwind().Owed("risk", raised: "2026-01-05", id: "R1").Owed("risk", raised: "2026-01-05", id: "R2"), "risks-current"));
        Assert.Equal("hold a roadmap review, and record it", Remedy(new Firm().Account(from: "2026-05-01").Engagement(), "roadmap-reviewed", AlertPer.Subject));
    }

    [Fact]
    public void An_id_that_is_a_figure_of_the_order_too_is_not_taken_out_of_it() => Assert.Equal(
        "approve claim 84 of £84.50, or send it back; approve claim X of £84.50, or send it back", Remedy(Northwind().Expense("84").Expense("X"), "expenses-approved"));
}
