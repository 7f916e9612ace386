using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

public class OwnershipTests
{
    private static readonly Engagement Portal = new(new("E1"), new("A1"), "Portal");

    [Theory]
    [InlineData("P2", "account lead by the PSA", "psa P1 account lead 2026-01-01", "psa P2 account lead 2026-02-01")] // who began last
    [InlineData("P1", "account lead by the PSA", "psa P2 account lead 2026-02-01", "psa P1 account lead 2026-02-01")] // then by id
    [InlineData("P1", "account lead by the PSA", "psa P1 account lead 2026-01-01", "psa P2 account lead 2026-10-01")] // who has not begun does not count
    [InlineData("P3", "account lead by the CRM and the ledger", "crm P3 account lead 2026-01-01", "ledger P3 account lead 2026-01-01", "psa P4 delivery lead 2026-01-01 E1")]
    [InlineData("P4", "delivery lead of the engagement, and nobody is account lead", "crm P3 account lead 2026-01-01", "ledger P2 account lead 2026-01-01", "psa P4 delivery lead 2026-01-01 E1")]
    [InlineData("P4", "delivery lead of the engagement, and nobody is account lead", "crm P3 account lead 2026-01-01", "psa P4 delivery lead 2026-01-01 E1")] // the ledger names nobody
    [InlineData("P8", "people lead of the person, and nobody is account lead", "psa P4 delivery lead 2026-01-01 E2")]
    public void Whoever_stands_nearest_answers(string owner, string because, params string[] roles) =>
        Assert.Equal(new Owner(owner, because), Ownership.Of(View(roles), new Case("engagement", "E1") { Engagement = Portal, Person = new("P1") }));

    [Fact]
    public void Without_anybody_the_people_lead_of_the_last_account_lead_answers_and_else_operations()
    {
        var account = new Case("account", "A1");
        Assert.Equal(new Owner("P8", "people lead of P1, the last account lead"), Ownership.Of(View("psa P1 account lead 2026-01-01 - 2026-03-31"), account));
        Assert.Equal("finance", Ownership.Of(View("psa P2 account lead 2026-01-01 - 2026-03-31"), account)?.Id);
        Assert.Equal("finance", Ownership.Of(View(), account)?.Id);
    }

    [Fact]
    public void Who_has_left_the_firm_answers_for_nothing_from_the_day_after()
    {
        var person = new Case("person", "P1") { Person = new("P1") };
        Assert.Equal("P8", Ownership.Of(View("2026-09-15".Day(), []), person)?.Id);
        Assert.Equal("finance", Ownership.Of(View("2026-09-14".Day(), []), person)?.Id);
    }

    /// <summary>It has no roles, engagements or people of its own.</summary>
    [Fact]
    public void What_is_found_of_the_firm_itself_is_that_of_the_people_lead_and_else_of_operations()
    {
        AccountView firm = Views.Of(new Snapshot(Register(null)), Policies.Shipped with { Operations = "finance" }, "2026-09-15".Day(), withFirm: true).Single(v => v.IsOfFirm);
        Assert.Equal("P8", Ownership.Of(firm, new Case("absence request", "ABS-1") { Person = new("P1") })?.Id);
        Assert.Equal("finance", Ownership.Of(firm, new Case("absence request", "ABS-2") { Person = new("P2") })?.Id);
    }

    [Fact]
    public void A_source_is_its_owners_and_else_that_of_operations()
    {
        Policy policy = Policies.Shipped with { Operations = "finance", SourceOwners = new Dictionary<string, string> { ["invoices.csv"] = "P2" } };
        Assert.Equal(("P2", "finance"), (Ownership.OfSource("invoices.csv", policy)?.Id, Ownership.OfSource("time.csv", policy)?.Id));
        Assert.Null(Ownership.OfSource("time.csv", Policies.Shipped));
    }

    /// <param name="roles">Each <c>system person role from [engagement or -] [to]</c>.</param>
    private static AccountView View(params string[] roles) => View(null, roles);

    /// <param name="leadLeft">The last day of P8, the people lead of P1.</param>
    private static AccountView View(LocalDate? leadLeft, string[] roles)
    {
        var snapshot = new Snapshot(Register(leadLeft)) { Assignments = [.. roles.Select(Role)] };
        return Assert.Single(Views.Of(snapshot, Policies.Shipped with { Operations = "finance" }, "2026-09-15".Day()));
    }

    private static Register Register(LocalDate? leadLeft)
    {
        var people = new[] { "P1", "P2", "P3", "P4", "P8" }.ToDictionary(p => new PersonId(p), p => new Person(new(p), p)
        {
            PeopleLead = p == "P1" ? new("P8") : null, EndedOn = p == "P8" ? leadLeft : null,
        });
        return new([new(new("A1"), "Redwood")], [Portal], people, new Dictionary<string, Contact>());
    }

    private static Assignment Role(string said)
    {
        string[] parts = said.Split(' ');
        return new(new(parts[1]), $"{parts[2]} {parts[3]}", parts[4].Day(), parts.Length > 6 ? parts[6].Day() : null)
        {
            System = parts[0], Account = new("A1"), Engagement = parts.Length > 5 && parts[5] != "-" ? new(parts[5]) : null,
        };
    }
}
