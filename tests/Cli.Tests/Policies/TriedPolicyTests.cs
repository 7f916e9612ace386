using Plumbline.Cli.Tests.Check;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.PolicyTests;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Policies;

/// <summary>The shipped policy, tried by the tests that are shipped with it; what they expect was worked out by hand.</summary>
public class TriedPolicyTests
{
    private static readonly Policy Policy = PolicyFiles.Read(PolicyFolder.Shipped).Policy!;

    private static readonly TestReport Report = PolicyTesting.Run(PolicyFolder.Shipped, Policy, default);

    [Fact]
    public void Every_test_of_the_shipped_policy_holds()
    {
        Assert.Empty(Report.Faults);
        Assert.Empty(Report.Outcomes.SelectMany(o => o.Failures).Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("met")]
    [InlineData("breached")]
    public void Each_measure_of_the_shipped_policy_has_a_case_that_is(string verdict) =>
        Assert.Empty(Policy.Measures.Select(m => m.Id).Except(Report.Outcomes.Where(o => o.Verdicts.Contains(verdict)).Select(o => o.Measure)));

    [Fact]
    public void Each_deadline_and_each_cadence_is_tried_on_the_last_day_and_on_the_day_after_it() => Assert.Empty(
        from measure in Policy.Measures
        where measure.Promise is Deadline or Cadence
        where !Tests.Where(t => t.Measure == measure.Id).Any(BreaksOvernight)
        select measure.Id);

    [Fact]
    public void Validate_says_of_each_test_whether_it_holds_and_how_many_do()
    {
        CheckOutcome outcome = CheckedFolder.Run("validate", PolicyFolder.Shipped, "--test");
        Assert.Equal(0, outcome.Exit);
        string[] lines = outcome.Output.TrimEnd().Split('\n');
        Assert.Equal(Report.Outcomes.Length + 1, lines.Length);
        Assert.All(lines[..^1], l => Assert.StartsWith("holds  tests/", l, StringComparison.Ordinal));
        Assert.Equal($"{Report.Outcomes.Length} tests: {Report.Outcomes.Length} hold, 0 do not.", lines[^1]);
    }

    [Fact]
    public void Without_being_asked_validate_tries_nothing()
    {
        using var folder = new PolicyFolder();
        folder.With("tests/a.yaml", "tests: 1");
        Assert.Equal((0, ""), (CheckedFolder.Run("validate", folder.Root).Exit, CheckedFolder.Run("validate", folder.Root).Output));
    }

    private static IEnumerable<PolicyTest> Tests => TestFiles.Read(PolicyFolder.Shipped, Policy, GivenFiles.Shapes).SelectMany(f => f.Tests);

    private static bool BreaksOvernight(PolicyTest test) => test.Expects.Any(late =>
        late.Verdict == "breached" && test.Expects.Any(e => e.Whose == late.Whose && e.Verdict is "met" or "not due" or "at risk" && e.Day.PlusDays(1) == late.Day));
}
