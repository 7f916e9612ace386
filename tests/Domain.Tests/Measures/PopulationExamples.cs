using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Whom each population names in one firm, on 10 September 2026.</summary>
public class PopulationExamples
{
    private static Firm Firm => new Firm().Account().Account("A2", status: "closed").Engagement().Engagement("E2", status: "closed").Engagement("E3", account: "A2")
        .Person().Person("P2").Assigned("P1", "account lead").Assigned("P1", on: "E1").Assigned("P2", on: "E1", from: "2026-05-01").Assigned("P2", on: "E2")
        .Worked("2026-08-03").Worked("2026-08-05", person: "P2").Worked("2026-09-02").Worked("2026-08-04", on: "E2", billable: 0)
        .Invoice("INV-1").Invoice("INV-2", state: "void").Expense("X1").Expense("X2", submitted: "2026-09-11").Opportunity("crm", "O1").Opportunity("psa", "O1").Opportunity("psa", "O2", account: "A2");

    public static TheoryData<string, string> Examples => new()
    {
        { "account", "A1" },
        { "active engagement", "E1" },
        { "billable month", "E1 2026-08" },
        { "engagement", "E1, E2" },
        { "engagement team", "E1" },
        { "expense claim", "X1 2026-W36" },
        { "invoice", "INV-1" },
        { "opportunity", "O1" },
        { "person on an account", "P1, P2" },
        { "statement of work", "E1, E2" },
        { "timesheet", "P1/E1 2026-W32, P1/E1 2026-W36, P1/E2 2026-W32, P2/E1 2026-W32" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_population_names_its_subjects(string word, string subjects)
    {
        var view = Views.Of(Firm.Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0];
        IEnumerable<Case> cases = Vocabulary.Populations.Single(p => p.Name == word).Of(view);
        Assert.Equal(subjects, string.Join(", ", cases.Select(c => $"{c.Subject} {c.Occasion}".Trim()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_population_has_its_example() =>
        Assert.Equal(Vocabulary.Populations.Select(p => p.Name).Order(), Examples.Select(e => (string)e[0]).Order());

    [Fact]
    public void An_empty_firm_has_no_subjects() =>
        Assert.All(Vocabulary.Populations, p => Assert.True(p.Name == "account" || !p.Of(Views.Of(new Firm().Account().Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0]).Any()));
}
