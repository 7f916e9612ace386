using System.Collections.Immutable;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>How a test of a policy came out.</summary>
/// <param name="Place">Where it stands, as an editor understands it.</param>
/// <param name="Verdicts">What it expects, each verdict once.</param>
/// <param name="Failures">What it expects and is not so; none where it holds.</param>
public sealed record TestOutcome(string Place, string Test, string Measure, ImmutableArray<string> Verdicts, ImmutableArray<PolicyFault> Failures);

/// <summary>How the tests of a policy came out, and what is wrong with the tests themselves.</summary>
public sealed record TestReport(ImmutableArray<TestOutcome> Outcomes, ImmutableArray<PolicyFault> Faults);

/// <summary>Judges the facts that the tests beside a policy give, and holds the findings against what they expect.</summary>
public static class PolicyTesting
{
    /// <param name="policy">The policy of the folder, without a fault.</param>
    public static TestReport Run(string folder, Policy policy, CancellationToken cancellation)
    {
        var outcomes = ImmutableArray.CreateBuilder<TestOutcome>();
        var found = ImmutableArray.CreateBuilder<PolicyFault>();
        foreach (var (tests, faults) in TestFiles.Read(folder, policy, GivenFiles.Shapes))
        {
            // With a fault in its file a test may not be what was meant.
            foreach (PolicyTest test in faults.IsEmpty ? tests : [])
            {
                cancellation.ThrowIfCancellationRequested();
                outcomes.Add(Try(test, policy, faults));
            }
            found.AddRange(faults.InOrder());
        }
        return new(outcomes.DrainToImmutable(), found.DrainToImmutable());
    }

    private static TestOutcome Try(PolicyTest test, Policy policy, FaultList faults)
    {
        Policy by = test.Over is { } firm ? PolicyFiles.For(firm, policy) : policy;
        KnownWords words = KnownWords.From(by);
        Measure measure = by.Measures.First(m => m.Id == test.Measure);
        var given = new GivenFiles(test.Given, faults);
        var failures = new FaultList(test.File);
        foreach (var day in test.Expects.GroupBy(e => e.Day))
        {
            Finding[] findings = [.. Views.Of(given.Read(day.Key, words), by with { Measures = [measure] }, day.Key, withFirm: true).SelectMany(v => Evaluation.Judge(v, measure))];
            foreach (Expected expected in day)
                if (Came(expected, findings) is { } came)
                    failures.Add(expected.At, $"{day.Key.Iso()}{(expected.Whose is null ? "" : $", {expected.Whose}")}: expected {expected.InWords}, came {came}");
        }
        string place = new PolicyFault(test.File, test.Name.At.Line, test.Name.At.Column, "", null).Place;
        return new(place, test.Name.Value, test.Measure, [.. test.Expects.Select(e => e.Verdict).Distinct()], failures.InOrder());
    }

    /// <summary>What came in the place of what was expected; null where it is that.</summary>
    private static string? Came(Expected expected, Finding[] findings)
    {
        Finding[] meant = expected.Whose is { } whose ? Array.FindAll(findings, f => f.Subject == whose || NameOf(f) == whose) : findings;
        if (expected.Verdict == Expected.Nothing)
            return meant.Length == 0 ? null : InWords(meant);
        return meant is [var one] && one.Verdict.Name() == expected.Verdict && (expected.Reason is null || expected.Reason == one.Reason)
            ? null
            : meant.Length > 0 || findings.Length == 0 ? InWords(meant) : $"nothing of it, but {InWords(findings)}";
    }

    private static string NameOf(Finding finding) => finding.Occasion.Length == 0 ? finding.Subject : $"{finding.Subject} {finding.Occasion}";

    private static string InWords(Finding[] findings) => findings.Length == 0 ? "nothing"
        : string.Join("; ", findings.Select(f => $"{NameOf(f)}: {f.Verdict.Name()}{(f.Reason is null ? "" : $"({f.Reason})")}: {f.Message}"));
}
