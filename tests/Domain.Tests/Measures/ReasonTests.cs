using System.Reflection;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Each reason for not knowing, reached by a firm that gives cause for it.</summary>
public class ReasonTests
{
    private const string Day = "2026-09-10";

    private static Firm Northwind() => new Firm().Account().Engagement(budget: 1_000).Person().Assigned("P1", "account lead");

    private static readonly Dictionary<string, (string Measure, Func<Firm, Firm> Cause)> Causes = new()
    {
        [Reasons.SourceMissing] = ("satisfaction", f => f.Without(Sources.Readings)),
        [Reasons.SourceRefused] = ("satisfaction", f => f.Source(Sources.Readings, r => r with { State = ReadingState.Refused, Why = "no header" })),
        [Reasons.SourceStale] = ("satisfaction", f => f.Source(Sources.Readings, r => r with { AsOf = "2026-09-01".Day() })),
        [Reasons.SourceShrunk] = ("satisfaction", f => f.Source(Sources.Readings, r => r with { State = ReadingState.Shrunk, Why = "12 rows of 40" })),
        [Reasons.SourceEmpty] = ("satisfaction", f => f.Source(Sources.Readings, r => r with { State = ReadingState.Empty, Why = "no row" })),
        [Reasons.RowsQuarantined] = ("satisfaction", f => f.Read("satisfaction", 9, Day).Lost(Sources.Readings, new() { Account = new("A1"), Kind = "satisfaction" })),
        [Reasons.IdentityUnmatched] = ("satisfaction", f => f.Source(Sources.Readings, r => r with { Unmatched = new(1, []) })),
        [Reasons.HolidaysUnknown] = ("utilisation", f => f),
        [Reasons.CurrencyDiffers] = ("burn-in-budget", f => f.Worked("2026-08-03", pence: 1).Worked("2026-08-10", pence: 1, currency: "EUR")),
        [Reasons.FigureIncomplete] = ("satisfaction", f => f),
        [Reasons.AnchorMissing] = ("no-aged-debt", f => f.Invoice(due: null)),
    };

    public static TheoryData<string> Codes => [.. typeof(Reasons).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_is_reached_says_why_and_what_to_do(string code)
    {
        (string measure, Func<Firm, Firm> cause) = Causes[code];
        Finding finding = cause(Northwind()).Only(measure, code == Reasons.HolidaysUnknown ? "2029-03-01" : Day);
        Assert.Equal((Verdict.Unknown, code), (finding.Verdict, finding.Reason));
        Assert.False(string.IsNullOrWhiteSpace(finding.Detail));
        Assert.Equal(finding.ToJudge ?? Reasons.Of(code)!.Remedy, finding.Remedy);
        Assert.False(string.IsNullOrWhiteSpace(finding.Remedy));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_has_one_sentence_that_says_what_it_means_and_one_remedy(string code)
    {
        Reason reason = Assert.Single(Reasons.All, r => r.Code == code);
        Assert.Matches("^[A-Z][^.]+\\.$", reason.Meaning);
        Assert.Matches("^[a-z][^.]+$", reason.Remedy);
    }

    [Fact]
    public void No_two_reasons_mean_the_same_or_ask_for_the_same()
    {
        Assert.Equal(Codes.Count, Reasons.All.Length);
        Assert.Equal(Codes.Count, Reasons.All.DistinctBy(r => r.Meaning).DistinctBy(r => r.Remedy).Count());
    }

    [Fact]
    public void A_lost_reading_of_another_figure_leaves_this_one_alone() =>
        Assert.Equal(Verdict.Met, Northwind().Read("satisfaction", 9, Day).Lost(Sources.Readings, new() { Account = new("A1"), Kind = "cost" }).Only("satisfaction", Day).Verdict);
}
