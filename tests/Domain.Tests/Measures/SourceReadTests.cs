using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

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
    [InlineData(ReadingState.Empty, Reasons.SourceEmpty)]
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

    [Theory]
    [InlineData("2026-11-10", true, Verdict.Met)]
    [InlineData("2026-11-09", true, Verdict.Breached)]
    [InlineData("2026-11-10", false, Verdict.Breached)]
    public void A_source_is_stale_once_it_is_for_one_of_the_measures_that_need_it(string asOf, bool isAlone, Verdict verdict)
    {
        Measure patient = Policies.Shipped.ById["satisfaction"] with { StaleAfter = new(10, SpanUnit.Days) };
        Policy policy = Policies.Shipped with { Measures = isAlone ? [patient] : [patient, Policies.Shipped.ById["engagement-score"]] };

        Assert.Equal(verdict, Of(new Firm { Policy = policy }.Account().Source(Sources.Readings, r => r with { AsOf = asOf.Day() }), Sources.Readings).Verdict);
    }

    [Fact]
    public void The_register_is_watched_even_where_no_measure_needs_it() =>
        Assert.Equal(Verdict.Met, Of(new Firm { Policy = Policies.Shipped with { Measures = [] } }.Account(), Sources.Accounts).Verdict);

    [Fact]
    public void Of_two_sources_of_the_same_facts_the_one_that_the_firm_does_not_have_is_not_missed() =>
        Assert.DoesNotContain(SourceRead.Judge(new Firm().Account().Snapshot(Today.Day()), Policies.Shipped, Today.Day()), f => f.Subject == Sources.Calendars);
}
