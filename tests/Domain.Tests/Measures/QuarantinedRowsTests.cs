using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Law 1 (d): a row that cannot be used takes what it names and no more.</summary>
public class QuarantinedRowsTests
{
    private const string Day = "2026-09-20";
    private static readonly AccountId A1 = new("A1"), A2 = new("A2");
    private static readonly EngagementId E1 = new("E1"), E2 = new("E2");

    private static Firm Northwind() => new Firm().Account().Account("A2").Engagement().Engagement("E2").Person().Person("P2");

    private static string? Reason(Firm firm, string measure, string subject, string? occasion = null) =>
        firm.Judge(measure, Day).Single(f => f.Subject == subject && (occasion is null || f.Occasion == occasion)).Reason;

    [Fact]
    public void An_invoice_row_takes_the_invoice_that_it_names_and_not_another()
    {
        Firm firm = Northwind().Invoice("INV-1").Lost(Sources.Invoices, new() { Id = "INV-2", Account = A1, Engagement = E1 });
        Assert.Null(Reason(firm, "no-aged-debt", "INV-1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "no-aged-debt", "INV-2"));
    }

    [Fact]
    public void An_invoice_row_without_a_number_takes_the_invoices_of_what_it_does_name()
    {
        Firm firm = Northwind().Invoice("INV-1").Invoice("INV-2", on: "E2").Lost(Sources.Invoices, new() { Account = A1, Engagement = E1 });
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "no-aged-debt", "INV-1"));
        Assert.Null(Reason(firm, "no-aged-debt", "INV-2"));
    }

    [Theory]
    [InlineData("psa-current", "E9")]
    [InlineData("data-mapping", "E9")]
    [InlineData("statement-of-work", "E9")]
    public void An_engagement_whose_rows_disagree_about_its_account_is_unknown_in_each(string measure, string subject)
    {
        Firm firm = Northwind().Lost(Sources.Engagements, new() { Id = subject, Engagement = new(subject), Account = A1 }).Lost(Sources.Engagements, new() { Id = subject, Engagement = new(subject), Account = A2 });
        Finding[] findings = [.. firm.Judge(measure, Day).Where(f => f.Subject == subject)];
        Assert.Equal([A1, A2], findings.Select(f => f.Account));
        Assert.All(findings, f => Assert.Equal(Reasons.RowsQuarantined, f.Reason));
    }

    [Theory]
    [InlineData("development-plan", "P1")]
    [InlineData("roll-off-plan", "P1")]
    [InlineData("one-to-one", "P2")]
    [InlineData("time-booked", "P2")]
    [InlineData("succession-plan", "P1/delivery lead")]
    [InlineData("plan-contributions", "P2/core")]
    public void A_lost_assignment_hides_nobody(string measure, string subject)
    {
        string[] parts = subject.Split('/');
        Named names = new() { Account = A1, Person = new(parts[0]), Kind = parts.Length > 1 ? parts[1] : "delivery lead" };
        Firm firm = new Firm().Account(importance: "strategic").Engagement().Person().Person("P2").Assigned("P1", from: "2026-01-05", to: "2026-07-31").Worked("2026-06-02").Lost(Sources.Roles, names);
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, measure, subject));
    }

    [Fact]
    public void An_invoice_row_takes_the_months_of_its_engagement_and_period()
    {
        Firm firm = Northwind().Worked("2026-08-03").Worked("2026-07-03").Worked("2026-08-03", on: "E2")
            .Lost(Sources.Invoices, new() { Id = "INV-2", Account = A1, Engagement = E1, Month = "2026-08".Month() });
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "invoice-raised", "E1", "2026-08"));
        Assert.Null(Reason(firm, "invoice-raised", "E1", "2026-07"));
        Assert.Null(Reason(firm, "invoice-raised", "E2", "2026-08"));
    }

    [Fact]
    public void An_invoice_row_of_an_engagement_nobody_knows_may_be_any_of_the_accounts()
    {
        Firm firm = Northwind().Worked("2026-08-03").Lost(Sources.Invoices, new() { Id = "INV-2", Account = A1, Engagement = new("E0l") });
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "invoice-raised", "E1"));
    }

    [Fact]
    public void A_row_of_another_account_takes_nothing()
    {
        Firm firm = Northwind().Worked("2026-08-03").Lost(Sources.Invoices, new() { Id = "INV-2", Account = A2 }).Lost(Sources.Time, new() { Account = A2 });
        Assert.Null(Reason(firm, "invoice-raised", "E1"));
    }

    [Fact]
    public void A_row_that_names_nothing_counts_against_its_source_only()
    {
        Firm firm = Northwind().Worked("2026-08-03").Invoice().Lost(Sources.Invoices, new()).Lost(Sources.Time, new());
        Assert.Null(Reason(firm, "invoice-raised", "E1"));
        Assert.Null(Reason(firm, "no-aged-debt", "INV-1"));
    }

    [Theory]
    [InlineData("2026-07-31", null, "2026-07")]
    [InlineData("2026-08-01", Reasons.RowsQuarantined, null)]
    [InlineData("2026-08-31", Reasons.RowsQuarantined, null)]
    [InlineData("2026-09-01", null, null)] // September has not ended
    public void A_time_row_outside_the_month_takes_nothing_of_it_and_may_be_all_of_another(string lost, string? reason, string? other)
    {
        Firm firm = Northwind().Worked("2026-08-03").Lost(Sources.Time, new() { Person = new("P1"), Engagement = E1, Day = lost.Day() });
        var said = firm.Judge("invoice-raised", Day).ToDictionary(f => f.Occasion, f => f.Reason);
        Assert.Equal(reason, said["2026-08"]);
        Assert.Equal(other is null ? [] : [(other, Reasons.RowsQuarantined)], said.Where(s => s.Key != "2026-08").Select(s => (s.Key, s.Value ?? "")));
    }

    [Theory]
    [InlineData("2026-08-16", null)]
    [InlineData("2026-08-17", Reasons.RowsQuarantined)]
    [InlineData("2026-09-13", Reasons.RowsQuarantined)]
    [InlineData("2026-09-14", null)] // on Sunday the 20th its own week has not ended
    public void A_time_row_outside_the_four_weeks_takes_nothing_of_the_utilisation(string lost, string? reason)
    {
        Firm firm = Northwind().Assigned("P1").Worked("2026-08-20", hours: 130).Lost(Sources.Time, new() { Person = new("P1"), Engagement = E1, Day = lost.Day() });
        Assert.Equal(reason, Reason(firm, "utilisation", "A1"));
    }

    [Fact]
    public void A_value_that_was_refused_takes_only_what_needs_its_column()
    {
        Named row = new() { Id = "INV-1", Account = A1, Engagement = E1 };
        Assert.Null(Reason(Northwind().Invoice().Lost(Sources.Invoices, row, "net"), "no-aged-debt", "INV-1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Invoice().Lost(Sources.Invoices, row, "outstanding"), "no-aged-debt", "INV-1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Invoice(due: null).Lost(Sources.Invoices, row, "due_on"), "no-aged-debt", "INV-1"));
    }

    [Fact]
    public void Evidence_stays_whatever_rows_are_lost()
    {
        Firm firm = Northwind().Worked("2026-08-03", pence: 100).Invoice(raised: "2026-09-01", period: "2026-08", net: 100).Lost(Sources.Invoices, new() { Account = A1 })
            .DataMapping("2026-01-20").Lost(Sources.Items, new() { Account = A1 });
        Assert.Equal(Verdict.Met, firm.Judge("invoice-raised", Day).Single().Verdict);
        Assert.Equal(Verdict.Met, firm.Judge("data-mapping", Day).Single(f => f.Subject == "E1").Verdict);
    }

    [Fact]
    public void A_role_that_was_lost_may_be_the_one_that_is_missing_or_one_too_many()
    {
        Named lead = new() { Account = A1, Person = new("P2"), Kind = "account lead" };
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Lost(Sources.Roles, lead), "single-account-lead", "A1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Assigned("P1", "account lead").Lost(Sources.Roles, lead), "single-account-lead", "A1"));
        Assert.Equal("several", Reason(Northwind().Assigned("P1", "account lead").Assigned("P2", "account lead").Lost(Sources.Roles, lead), "single-account-lead", "A1"));
        Assert.Equal("nobody", Reason(Northwind().Lost(Sources.Roles, lead with { Kind = "deputy" }), "single-account-lead", "A1"));
        Assert.Null(Reason(Northwind().Assigned("P1", "delivery lead").Assigned("P1", "technology lead").Lost(Sources.Roles, new() { Account = A1 }), "roles-filled", "E1"));
    }

    [Fact]
    public void A_document_of_another_kind_takes_nothing_of_the_statement_of_work()
    {
        Named document = new() { Id = "D1", Account = A1, Engagement = E1 };
        Assert.Null(Reason(Northwind().Lost(Sources.Documents, document with { Kind = "nda" }), "statement-of-work", "E1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Lost(Sources.Documents, document with { Kind = "sow" }), "statement-of-work", "E1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Lost(Sources.Documents, document), "statement-of-work", "E1"));
        Assert.Null(Reason(Northwind().Lost(Sources.Documents, document with { Kind = "sow", Engagement = E2 }), "statement-of-work", "E1"));
    }

    [Fact]
    public void An_item_of_another_kind_takes_nothing_of_the_data_mapping()
    {
        Assert.Null(Reason(Northwind().Lost(Sources.Items, new() { Id = "M1", Engagement = E1, Kind = "milestone" }), "data-mapping", "E1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(Northwind().Lost(Sources.Items, new() { Id = "M1", Engagement = E1, Kind = "data mapping" }), "data-mapping", "E1"));
    }

    [Fact]
    public void An_engagement_row_takes_its_own_findings_and_leaves_the_expenses_of_another_alone()
    {
        Firm firm = Northwind().Expense("X1").Expense("X2", on: "E2").Lost(Sources.Engagements, new() { Id = "E2", Account = A1, Engagement = E2 });
        Assert.Null(Reason(firm, "expenses-approved", "X1"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "expenses-approved", "X2"));
    }

    [Fact]
    public void A_register_row_that_was_lost_leaves_a_bare_subject_that_is_unknown()
    {
        Firm firm = new Firm().Account(status: null).Engagement(from: null, status: null).Assigned("P1", on: "E1").Assigned("P2", on: "E1")
            .Lost(Sources.Accounts, new() { Id = "A1", Account = A1 }).Lost(Sources.Engagements, new() { Id = "E1", Account = A1, Engagement = E1 });
        foreach (string measure in new[] { "service-review", "utilisation", "single-account-lead", "roles-filled", "retrospective", "data-mapping", "statement-of-work" })
            Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), firm.Only(measure, Day) is var f ? (f.Verdict, f.Reason) : default);
    }

    [Fact]
    public void A_person_row_takes_the_account_that_the_person_is_on_and_no_other_person()
    {
        Firm firm = Northwind().Assigned("P1", from: "2026-08-01", to: "2026-08-31").Assigned("P2", from: "2026-08-01", to: "2026-08-31").Lost(Sources.People, new() { Id = "P1", Person = new("P1") });
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "one-to-one", "P1"));
        Assert.Null(Reason(firm, "one-to-one", "P2"));
        Assert.Equal(Reasons.RowsQuarantined, Reason(firm, "utilisation", "A1"));
        Assert.NotEqual(Reasons.RowsQuarantined, Reason(firm, "utilisation", "A2"));
    }

    [Fact]
    public void An_activity_row_takes_what_it_could_have_fulfilled()
    {
        Named row = new() { Id = "S1", Account = A1, Kind = "service review" };
        Firm firm = new Firm().Account(from: "2026-09-01").Lost(Sources.Activities, row with { Kind = "retrospective" });
        Assert.Null(firm.Only("service-review", "2026-09-30").Reason);
        Assert.Equal(Reasons.RowsQuarantined, firm.Lost(Sources.Activities, row).Only("service-review", "2026-09-30").Reason);
    }
}
