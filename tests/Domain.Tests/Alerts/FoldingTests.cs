using System.Collections.Immutable;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Alerts;

public sealed class FoldingTests
{
    private static Condition Open(string measure, long pence, string currency, params ImmutableArray<(string, string)> waitsFor) =>
        new(measure, new("A1"), "k", Verdict.Breached, new(measure, Severity.High, "It waits.", null, null, 1, FailingRows.None, [new Money(pence, currency)], null), Condition.Kept) { WaitsFor = waitsFor };

    private static Dictionary<string, AlertContent?> Fold(params Condition[] conditions) => Folding.Fold(conditions).ToDictionary(c => c.Measure, c => c.Content);

    private static string FingerprintOf(string measure) => Fingerprint.Of(measure, new("A1"), "k");

    [Fact]
    public void A_cause_counts_all_that_waits_behind_it_however_far_and_each_once()
    {
        var folded = Fold(Open("paid", 50_00, "EUR", ("raised", "k")), Open("raised", 800_00, "GBP", ("approved", "k")), Open("approved", 7_00, "GBP"), Open("other", 1, "GBP", ("approved", "k")));
        Assert.Equal((FingerprintOf("raised"), FingerprintOf("approved"), null), (folded["paid"]?.Cause, folded["raised"]?.Cause, folded["approved"]?.Cause));
        Assert.Equal((0, 1, 3), (folded["paid"]?.Behind, folded["raised"]?.Behind, folded["approved"]?.Behind));
        Assert.Equal([new Money(50_00, "EUR"), new Money(800_01, "GBP")], folded["approved"]?.MoneyBehind);
        Assert.Equal("It waits. €50.00 and £800.01 wait behind it.", folded["approved"]?.Message);
        Assert.Equal("It waits.", folded["paid"]?.Message);
    }

    [Fact]
    public void Of_several_causes_the_first_that_is_open_takes_it() =>
        Assert.Equal(FingerprintOf("second"), Fold(Open("late", 1, "GBP", ("first", "k"), ("second", "k"), ("third", "k")),
            Open("first", 0, "GBP") with { Content = null }, Open("third", 0, "GBP"), Open("second", 0, "GBP"))["late"]?.Cause);

    [Fact]
    public void What_waits_for_nothing_open_stands_by_itself()
    {
        Condition[] conditions = [Open("late", 1, "GBP", ("gone", "k")), Open("other", 1, "GBP")];
        Assert.Equal(conditions, Folding.Fold(conditions));
    }
}
