using FsCheck;
using FsCheck.Fluent;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Laws;

/// <summary>
/// Holds a law against many grown firms. Each is grown from one number, so that a failure prints the number that grows it again. With
/// PLUMBLINE_LONG=1 there are fifty times as many.
/// </summary>
internal static class Law
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("PLUMBLINE_LONG") == "1" ? 5_000 : 100;

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>As it is shipped, but that leads of some accounts have a level to reach.</summary>
    public static Policy Policy { get; } = Policies.Shipped with { LeadLevels = new Dictionary<string, string> { ["strategic"] = "8", ["key"] = "4" } };

    public static void Holds(Action<int> law) => Prop.ForAll(Seeds, law).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    public static Finding[] Judge(GrownFirm firm, Policy policy) =>
        [.. Views.Of(firm.Snapshot, policy, firm.Today).SelectMany(Evaluation.Judge)];

    public static (string Measure, string Account, string Subject, string Occasion) Identity(Finding finding) =>
        (finding.Measure, finding.Account.Value, finding.Subject, finding.Occasion);

    /// <summary>All that a finding says, as one line, in an order that means nothing.</summary>
    public static string[] Said(IEnumerable<Finding> findings) => [.. findings.Select(Said).Order(StringComparer.Ordinal)];

    private static string Said(Finding f) => string.Join(" | ",
        Identity(f), f.Verdict, f.Reason, f.Due, f.Message, string.Join(", ", f.Basis.Values(f)), f.Basis.Remedy(f), f.Basis.AtStake(f),
        string.Join(", ", f.Basis.Rows(f).Keys), string.Join(", ", f.Ground.Readings));
}
