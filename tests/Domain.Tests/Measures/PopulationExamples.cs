using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Whom each population names in one firm, on 10 September 2026.</summary>
public class PopulationExamples
{
    private static Firm Firm => new Firm().Account().Account("A2", status: "closed").Engagement().Engagement("E2", status: "closed").Engagement("E3", account: "A2")
        .Person().Person("P2").Assigned("P1", "account lead").Assigned("P1", on: "E1").Assigned("P2", on: "E1", from: "2026-05-01").Assigned("P2", on: "E2").Assigned("P3", from: "2026-06-01", to: "2026-07-31")
        .Worked("2026-08-03").Worked("2026-08-05", person: "P2").Worked("2026-09-02").Worked("2026-08-04", on: "E2", billable: 0)
        .Invoice("INV-1").Invoice("INV-2", state: "void").Expense("X1").Expense("X2", submitted: "2026-09-11").Opportunity("crm", "O1").Opportunity("psa", "O1").Opportunity("psa", "O2", account: "A2")
        .Opportunity("crm", "O3", status: "won", updated: "2025-09-10").Opportunity("psa", "O4", status: "lost", updated: "2025-09-09").Opportunity("crm", "O5", status: "won").Opportunity("psa", "O5").Contact("C1", role: "sponsor").Contact("C2", role: "sponsor").Contact("C3")
        .Absent("P2", "2026-09-21", "2026-09-22", null, requested: "2026-09-08").Absent("P2", "2026-09-28", "2026-09-28", null, requested: "2026-09-11").Absent("P2", "2026-08-01", "2026-08-01", null)
        .Assigned("P2", "delivery lead", to: "2026-08-31", on: "E2").Assigned("P1", "delivery lead", from: "2026-09-01", to: "2026-09-12", on: "E2")
        .Owed("milestone", id: "M1").Owed("obligation", due: "2026-09-10", id: "B1").Owed("escalation", id: "X1").Owed("open role", id: "R1").Owed("action", id: "N1")
        .Owed("risk", raised: "2026-09-10", id: "K1").Owed("issue", done: "2026-09-11", id: "K1").Owed("risk", raised: "2026-09-11", id: "K2").Owed("issue", done: "2026-09-10", id: "K3");

    public static TheoryData<string, string> Examples => new()
    {
        { "absence request", "P2-2026-09-21 2026-W37" },
        { "account", "A1" },
        { "active engagement", "E1" },
        { "billable month", "E1 2026-08" },
        { "engagement", "E1, E2" },
        { "engagement team", "E1" },
        { "expense claim", "X1 2026-W36" },
        { "invoice", "INV-1" },
        { "change of a role", "P1/E2/delivery lead" },
        { "escalation", "X1" },
        { "legal document", "ccsa, msa, nda" },
        { "milestone", "M1" },
        { "obligation", "B1 2026-W37" },
        { "open opportunity", "O1" },
        { "open risk or issue", "issue/K1, risk/K1" },
        { "open role", "R1" },
        { "opportunity", "O1, O3, O5" },
        { "person joining an account", "P3" },
        { "person leaving an account", "P3" },
        { "person now on an account", "P1, P2" },
        { "person week", "P1 2026-W32, P1 2026-W33, P1 2026-W34, P1 2026-W35, P1 2026-W36, P1 2026-W37, P2 2026-W32, P2 2026-W33, P2 2026-W34, P2 2026-W35, P2 2026-W36, P2 2026-W37" },
        { "risk action", "N1" },
        { "role holder", "P1/account lead, P1/delivery consultant, P1/delivery lead, P2/delivery consultant" },
        { "stakeholder role", "executive, finance, head of department, procurement, product owner, sponsor" },
        { "person on an account", "P1, P2, P3" },
        { "start of a role", "P1/E2/delivery lead, P2/E1/delivery consultant, P3/delivery consultant" },
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
    public void An_empty_firm_has_no_subjects_but_its_account_and_whom_it_should_know_there() =>
        Assert.All(Vocabulary.Populations, p => Assert.True(p.Name is "account" or "stakeholder role" || !p.Of(Views.Of(new Firm().Account().Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0]).Any()));
}
