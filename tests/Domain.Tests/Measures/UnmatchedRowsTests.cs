using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Law 1 (e): rows of customers that nobody could place may be those of any account that has none of its own there.</summary>
public class UnmatchedRowsTests
{
    private static Firm August() => new Firm().Account().Engagement().Worked("2026-08-03", pence: 100_000);

    private static Firm Unplaced(Firm firm, string source, params string[] matched) => firm.Source(source, r => r with
    {
        Unmatched = new(3, []), Matched = matched.Select(m => new AccountId(m)).ToHashSet(),
    });

    [Fact]
    public void An_account_without_a_row_of_its_own_cannot_be_blamed()
    {
        Firm firm = Unplaced(August(), Sources.Invoices, "A2");
        Assert.Equal((Verdict.Unknown, Reasons.IdentityUnmatched), firm.Only("invoice-raised", "2026-09-04") is var f ? (f.Verdict, f.Reason) : default);
        Assert.Equal(Verdict.NotDue, firm.Only("invoice-raised", "2026-09-01").Verdict);
    }

    [Fact]
    public void An_account_with_a_row_of_its_own_is_judged_by_its_rows() =>
        Assert.Equal(Verdict.Breached, Unplaced(August(), Sources.Invoices, "A1").Only("invoice-raised", "2026-09-04").Verdict);

    [Fact]
    public void Where_every_row_was_placed_an_account_without_rows_is_judged() =>
        Assert.Equal(Verdict.Breached, August().Source(Sources.Invoices, r => r with { Matched = new HashSet<AccountId> { new("A2") } }).Only("invoice-raised", "2026-09-04").Verdict);

    [Fact]
    public void Evidence_that_is_there_decides() =>
        Assert.Equal(Verdict.Met, Unplaced(August(), Sources.Invoices).Invoice(raised: "2026-09-01", period: "2026-08", net: 100_000).Only("invoice-raised", "2026-09-04").Verdict);

    [Theory]
    [InlineData(Sources.Activities)]
    [InlineData(Sources.Calendars)]
    public void Meetings_that_nobody_could_place_are_asked_for_in_either_source(string source)
    {
        Firm firm = Unplaced(new Firm().Account(from: "2026-08-01"), source, "A2");
        Assert.Equal(Reasons.IdentityUnmatched, firm.Only("service-review", "2026-08-31").Reason);
    }
}
