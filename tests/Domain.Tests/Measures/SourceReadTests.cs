using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

public sealed class SourceReadTests
{
    private const string Today = "2026-11-20";

    private static Finding Of(Firm firm, string source) =>
        Assert.Single(SourceRead.Judge(firm.Snapshot(Today.Day()), firm.Policy, Today.Day()), f => f.Subject == source);

    [Theory]
    [InlineData(ReadingState.Missing, Reasons.SourceMissing)]
    [InlineData(ReadingState.Refused, Reasons.SourceRefused)]
    [InlineData(ReadingState.Shrunk, Reasons.SourceShrunk)]
    public void A_source_that_was_not_read_in_full_is_breached(ReadingState state, string reason)
    {
        Finding finding = Of(new Firm().Account().Source(Sources.Invoices, r => r with { State = state, Why = "invoices.csv: why" }), Sources.Invoices);

        Assert.Equal((Verdict.Breached, reason, "(firm)", ""), (finding.Verdict, finding.Reason, finding.Account.Value, finding.Occasion));
        Assert.Contains("invoices.csv: why", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-17", Verdict.Met)]
    [InlineData("2026-11-16", Verdict.Breached)]
    public void A_source_is_stale_after_three_working_days(string asOf, Verdict verdict) =>
        Assert.Equal(verdict, Of(new Firm().Account().Source(Sources.Invoices, r => r with { AsOf = asOf.Day() }), Sources.Invoices).Verdict);

    [Fact]
    public void The_register_is_watched_even_where_no_measure_needs_it() =>
        Assert.Equal(Verdict.Met, Of(new Firm { Policy = Policies.Shipped with { Measures = [] } }.Account(), Sources.Accounts).Verdict);

    [Fact]
    public void Of_two_sources_of_the_same_facts_the_one_that_the_firm_does_not_have_is_not_missed() =>
        Assert.DoesNotContain(SourceRead.Judge(new Firm().Account().Snapshot(Today.Day()), Policies.Shipped, Today.Day()), f => f.Subject == Sources.Calendars);
}
